package dev.parley.kernel;

/**
 * Who asks, as the session proves. Services take it instead of an id, so that no request can name
 * somebody else.
 *
 * @param accountId the account
 * @param loginId the session, by which it can be ended
 * @param name the account's name when the session was looked up
 * @param role what it may do on the whole installation
 */
public record Caller(long accountId, long loginId, String name, Role role) {}
