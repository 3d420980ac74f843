package dev.parley.surface.corporate;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.accounts.Account;

/**
 * Somebody.
 *
 * @param password always empty: the original gave its hash away
 * @param email empty when there is none, or it is none of the reader's business
 * @param token the session's, after logging in
 */
public record User(
    long id,
    String username,
    String password,
    String email,
    @JsonInclude(JsonInclude.Include.NON_NULL) String token) {

  static User of(Account.View account, String token) {
    String email = account.email() == null ? "" : account.email();
    return new User(Long.parseLong(account.id()), account.name(), "", email, token);
  }
}
