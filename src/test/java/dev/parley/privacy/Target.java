package dev.parley.privacy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One thing, as requests name it.
 *
 * @param place the conversation or group that it is in, for paths that name both, or null
 * @param person somebody else whom an operation may name
 * @param further members that an operation may need
 */
record Target(Thing thing, String id, String place, String person, Map<String, Object> further) {

  /** The number of nothing. */
  static final String MISSING = "99999999";

  private static final String UNKNOWN_CODE = "A".repeat(24);

  static Target of(Thing thing, String id) {
    return new Target(thing, id, null, null, Map.of());
  }

  Target in(String where) {
    return new Target(thing, id, where, person, further);
  }

  Target with(String somebody) {
    return new Target(thing, id, place, somebody, further);
  }

  Target with(Map<String, Object> members) {
    return new Target(thing, id, place, person, members);
  }

  /** The same of a thing that is not there. */
  Target missing(String nobodysRequest) {
    String gone =
        switch (thing) {
          // It is not the person who is missing, but that the person asks for something.
          case ASKER -> nobodysRequest;
          case CODE -> UNKNOWN_CODE;
          default -> MISSING;
        };
    return new Target(thing, gone, place, person, further);
  }

  /** A path of REST with what it stands for. */
  String path(String pattern) {
    return pattern
        .replaceFirst("/conversations/\\{id}/invites/", "/conversations/" + place + "/invites/")
        .replace("{id}", id)
        .replace("{inviteID}", id)
        .replace("{code}", id)
        .replace("{userID}", person == null ? id : person);
  }

  /** What every payload has. */
  Map<String, Object> members() {
    Map<String, Object> members = new HashMap<>(further);
    if (person != null) {
      members.put("userID", person);
      members.put("user", person);
    }
    for (String name : thing.names()) {
      members.put(name, name.endsWith("IDs") ? List.of(id) : id);
    }
    return members;
  }
}
