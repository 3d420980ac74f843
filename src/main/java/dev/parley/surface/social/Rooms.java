package dev.parley.surface.social;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.kernel.Caller;
import dev.parley.people.Blocks;
import dev.parley.realtime.Client;
import dev.parley.realtime.Hub;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who has which chat open just now, and telling it to the others there. Somebody with two tabs is
 * there once. Whoever blocks somebody is not there for them.
 */
@ApplicationScoped
public class Rooms {

  @EJB Hub hub;
  @Inject Blocks blocks;

  /** By conversation. A set is never changed, but replaced inside {@code compute}. */
  private final Map<Long, Set<Client>> rooms = new ConcurrentHashMap<>();

  /** Somebody who came or went. */
  private record Passenger(String id, String userName) {}

  /** Somebody in a room, as it is spelled in the list of all. */
  private record Present(@JsonProperty("ID") String id, @JsonProperty("UserName") String name) {}

  /** Somebody came to a room: is told who is there, and the others that somebody came. */
  void enter(Client client) {
    Caller self = client.caller();
    Set<Client> before = new LinkedHashSet<>();
    Set<Client> after =
        rooms.compute(
            client.only(),
            (id, room) -> {
              if (room != null) {
                before.addAll(room);
              }
              Set<Client> fuller = new LinkedHashSet<>(before);
              fuller.add(client);
              return fuller;
            });
    client.reply(SocialSurface.push("chattingUsers", present(self, before)));
    if (isFirst(self, before)) {
      tell(after, "userJoinedChat", self);
    }
    if (hub.find(client.id()).isEmpty()) {
      leave(client); // Closed while it was opened.
    }
  }

  /** Somebody closed a socket; with the last one they are gone. */
  void leave(Client client) {
    Set<Client> gone = new LinkedHashSet<>();
    Set<Client> after =
        rooms.computeIfPresent(
            client.only(),
            (id, room) -> {
              Set<Client> emptier = new LinkedHashSet<>(room);
              if (emptier.remove(client)) {
                gone.add(client);
              }
              return emptier.isEmpty() ? null : emptier;
            });
    if (after != null && !gone.isEmpty() && isFirst(client.caller(), after)) {
      tell(after, "userQuitChat", client.caller());
    }
  }

  /** Null for nobody: so this system writes empty lists. */
  private List<Present> present(Caller viewer, Set<Client> room) {
    Map<Long, String> names = new LinkedHashMap<>();
    room.forEach(client -> names.put(client.caller().accountId(), client.caller().name()));
    names.keySet().removeAll(blocks.blockersOf(viewer.accountId(), names.keySet()));
    return names.isEmpty()
        ? null
        : names.entrySet().stream()
            .map(one -> new Present(Long.toString(one.getKey()), one.getValue()))
            .toList();
  }

  private void tell(Set<Client> room, String type, Caller of) {
    Set<Long> hidden = blocks.blockedBy(of.accountId());
    String message =
        SocialSurface.push(type, new Passenger(Long.toString(of.accountId()), of.name()));
    room.stream()
        .filter(client -> !hidden.contains(client.caller().accountId()))
        .forEach(client -> client.reply(message));
  }

  private static boolean isFirst(Caller somebody, Set<Client> room) {
    return room.stream().noneMatch(c -> c.caller().accountId() == somebody.accountId());
  }
}
