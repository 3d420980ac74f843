package dev.parley.realtime;

/**
 * Something to tell a client, not encoded yet.
 *
 * @param type the push's name on the wire
 * @param data its payload
 */
public record Item(String type, Object data) {}
