package dev.parley.surface.corporate;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.parley.accounts.Account;
import dev.parley.people.Person;

/**
 * Somebody.
 *
 * @param password always empty: the original gave its hash away
 * @param email one's own; of others it is empty here
 * @param token the session's, after logging in
 */
@JsonPropertyOrder({"id", "username", "password", "email", "token"})
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

  static User of(Person person) {
    return new User(Long.parseLong(person.id()), person.name(), "", "", null);
  }
}
