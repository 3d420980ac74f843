package dev.parley.testing;

/**
 * Somebody who is logged in.
 *
 * @param id the account's id
 * @param name the name it was registered with
 * @param token the bearer token of its session
 */
public record Account(String id, String name, String token) {}
