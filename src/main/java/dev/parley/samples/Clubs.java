package dev.parley.samples;

import dev.parley.groups.GroupChanges;
import dev.parley.groups.Groups;
import dev.parley.groups.Occasion;
import dev.parley.groups.Occasions;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;

/** The social groups of the sample people, and what they plan. */
@Dependent
public class Clubs {

  @Inject Groups groups;
  @Inject GroupChanges changes;
  @Inject Occasions occasions;

  private final Map<String, Long> clubs = new HashMap<>();
  private final Map<String, Long> events = new HashMap<>();

  /** The number of a new group. */
  long founds(
      Town town, String name, String club, String title, String description, Landscape picture) {
    var made = changes.create(town.caller(name), title, description);
    long id = Long.parseLong(made.id());
    clubs.put(club, id);
    long upload = town.uploads(name, "group.png", picture.png());
    changes.update(town.caller(name), id, null, null, Long.toString(upload));
    return id;
  }

  long id(String club) {
    return clubs.get(club);
  }

  /** Invites people, who come. */
  void takesIn(Town town, String name, String club, String... others) {
    for (String other : others) {
      invites(town, name, club, other);
      groups.acceptInvitation(town.caller(other), id(club));
    }
  }

  void invites(Town town, String name, String club, String other) {
    groups.invite(town.caller(name), id(club), town.id(other));
  }

  void asks(Town town, String name, String club) {
    groups.ask(town.caller(name), id(club));
  }

  void plans(Town town, String name, String club, String title, String description, String when) {
    var made =
        occasions.create(town.caller(name), id(club), new Occasion.Draft(title, description, when));
    events.put(title, Long.parseLong(made.id()));
  }

  void answer(Town town, String event, boolean going, String... names) {
    for (String name : names) {
      occasions.answer(town.caller(name), events.get(event), going);
    }
  }
}
