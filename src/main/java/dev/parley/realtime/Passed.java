package dev.parley.realtime;

/**
 * Who came or went; whether it was the one or the other says the type of the push.
 *
 * @param id the account's number, as a string
 */
public record Passed(String id, String userName) {}
