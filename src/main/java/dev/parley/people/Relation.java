package dev.parley.people;

/**
 * What one is to somebody else, and they to oneself.
 *
 * @param userID the other one
 * @param followStatus whether one follows them
 * @param followsMe whether they follow oneself
 * @param asksMe whether they have asked to, and wait for one's answer
 */
public record Relation(
    String userID, FollowStatus followStatus, boolean followsMe, boolean asksMe) {}
