package dev.parley.search;

import dev.parley.groups.GroupViews;
import dev.parley.kernel.Caller;
import dev.parley.people.People;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.stream.Stream;

/** Finding people and groups by a part of their name, in the short form of the first client. */
@ApplicationScoped
@Transactional
public class GroupsAndUsers {

  private static final int MOST_PEOPLE = 20;

  @Inject People people;
  @Inject GroupViews groups;

  /**
   * What was found.
   *
   * @param entityType {@code groups} or {@code profile}
   */
  public record Hit(String entityType, String id, String name) {}

  /**
   * People other than the caller and groups, each by name and at most 20; none for a blank text.
   */
  public List<Hit> find(Caller caller, String text) {
    Wanted.check(text);
    if (text.isBlank()) {
      return List.of();
    }
    Stream<Hit> found =
        groups.search(caller, text).stream()
            .map(group -> new Hit("groups", group.id(), group.name()));
    return Stream.concat(
            found,
            people.list(caller, text, false, null, MOST_PEOPLE).items().stream()
                .map(person -> new Hit("profile", person.id(), person.name())))
        .toList();
  }
}
