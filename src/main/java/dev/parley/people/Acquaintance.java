package dev.parley.people;

/**
 * Somebody in a list of followers or friends.
 *
 * @param id the number, as a string
 * @param picture where their picture is, or null
 */
public record Acquaintance(
    String id, String userName, String fullName, String picture, boolean online) {

  static Acquaintance of(Person person) {
    return new Acquaintance(
        person.id(), person.name(), person.fullName(), person.picture(), person.online());
  }
}
