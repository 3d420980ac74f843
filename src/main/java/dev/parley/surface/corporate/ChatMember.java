package dev.parley.surface.corporate;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * Somebody in a chat.
 *
 * @param email empty when there is none, or not for the reader
 * @param role {@code admin} or {@code member}
 */
@JsonPropertyOrder({"id", "username", "email", "role"})
public record ChatMember(long id, String username, String email, String role) {}
