package dev.parley.realtime;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Keeps the sockets of a shard: who comes and goes, what is in front of them, who is dead.
 * Everything here runs on the shard's thread.
 */
final class Desk {

  private static final long PING_NANOS = TimeUnit.SECONDS.toNanos(25);
  private static final long DEAD_NANOS = TimeUnit.SECONDS.toNanos(60);
  private static final long STUCK_NANOS = TimeUnit.SECONDS.toNanos(10);
  private static final long TYPING_NANOS = TimeUnit.SECONDS.toNanos(4);

  private final Surroundings around;
  private final Attendance attendance = new Attendance();

  /**
   * Sockets that are to be closed at the end of the round. Not at once, because whoever finds this
   * out walks through the sockets.
   */
  private final Map<Client, Socket.Close> doomed = new LinkedHashMap<>();

  Desk(Surroundings around) {
    this.around = around;
  }

  Attendance attendance() {
    return attendance;
  }

  void failed(RuntimeException e) {
    around.failed(e);
  }

  /** What became of a new socket. */
  enum Entry {
    REFUSED,
    /** The account's memberships have to be read. */
    LOAD,
    READY
  }

  /** A socket is open. */
  Entry enter(Client client) {
    Attendant attendant = attendance.enter(client.caller().accountId());
    if (attendant.clients().size() >= around.socketsPerPerson()) {
      client.leave();
      return Entry.REFUSED;
    }
    if (attendant.clients().isEmpty() && attendant.leftAt() == 0) {
      around.presence(attendant.accountId(), true);
    }
    attendant.leftAt(0);
    attendant.clients().add(client);
    return attendant.meanwhile() == null ? Entry.READY : Entry.LOAD;
  }

  /** Somebody goes, and says so: nobody waits whether they come back. */
  void leave(Client client) {
    drop(client, Socket.Close.LEFT);
    Attendant attendant = attendance.get(client.caller().accountId());
    if (attendant != null && attendant.clients().isEmpty()) {
      attendant.leftAt(System.nanoTime() - around.graceNanos());
    }
  }

  /** The memberships of an account were read. */
  void loaded(long accountId, List<Long> conversationIds) {
    Attendant attendant = attendance.get(accountId);
    if (attendant != null) {
      attendance.loaded(attendant, conversationIds);
    }
  }

  /** A socket is closed. */
  void exit(Client client) {
    client.leave();
    Attendant attendant = attendance.get(client.caller().accountId());
    if (attendant != null && attendant.clients().remove(client) && attendant.clients().isEmpty()) {
      attendant.leftAt(System.nanoTime());
    }
  }

  /** Says which conversation is in front of the reader; false when it is none of theirs. */
  boolean focus(Client client, Long conversationId) {
    Attendant attendant = attendance.get(client.caller().accountId());
    if (conversationId != null
        && (attendant == null || !attendant.conversations().contains(conversationId))) {
      return false;
    }
    client.focus(conversationId);
    if (conversationId != null) {
      attendant.active(conversationId, System.nanoTime());
    }
    return true;
  }

  /**
   * Puts a conversation in front of a reader who is known to be in it: that they are may still be
   * on its way here.
   */
  void show(Client client, long conversationId) {
    client.focus(conversationId);
    long now = System.nanoTime();
    attendance.ifHere(
        client.caller().accountId(), attendant -> attendant.active(conversationId, now));
  }

  /** Those of this shard who have one of these conversations in front, by conversation. */
  Map<Long, Set<Long>> readers(Collection<Long> conversationIds) {
    Map<Long, Set<Long>> readers = new HashMap<>();
    for (Long id : conversationIds) {
      for (Attendant attendant : attendance.in(id)) {
        if (attendant.clients().stream().anyMatch(client -> id.equals(client.focus()))) {
          readers.computeIfAbsent(id, any -> new HashSet<>()).add(attendant.accountId());
        }
      }
    }
    return readers;
  }

  /** Whether somebody who says that they write may have that told. */
  boolean mayType(Client client, long conversationId) {
    Attendant attendant = attendance.get(client.caller().accountId());
    return attendant != null
        && attendant.conversations().contains(conversationId)
        && client.mayType(conversationId, System.nanoTime(), TYPING_NANOS);
  }

  /** Closes the sockets of sessions that have ended. */
  void end(Publication.LoginsEnded ended) {
    attendance.ifHere(
        ended.accountId(),
        attendant ->
            List.copyOf(attendant.clients()).stream()
                .filter(client -> ended.loginIds().contains(client.caller().loginId()))
                .forEach(client -> drop(client, Socket.Close.SESSION_ENDED)));
  }

  /**
   * Closes a socket whose peer does not read fast enough: from now on it gets nothing, and at the
   * end of the round it goes.
   */
  void tooSlow(Client client) {
    doom(client, Socket.Close.TOO_SLOW);
  }

  /** Closes a socket at the end of the round; from now on it gets nothing. */
  void doom(Client client, Socket.Close why) {
    client.leave();
    doomed.putIfAbsent(client, why);
  }

  private void drop(Client client, Socket.Close why) {
    exit(client);
    around.close(client, why);
  }

  /** Closes what is to be closed. */
  void endOfRound() {
    doomed.forEach(this::drop);
    doomed.clear();
  }

  /** Looks after what time brings: pings, dead sockets, people who are gone. */
  void tick() {
    long now = System.nanoTime();
    for (Attendant attendant : List.copyOf(attendance.all())) {
      for (Client client : List.copyOf(attendant.clients())) {
        check(client, now);
      }
      boolean empty = attendant.clients().isEmpty();
      if (empty && (attendant.leftAt() == 0 || now - attendant.leftAt() > around.graceNanos())) {
        attendance.exit(attendant);
        around.presence(attendant.accountId(), false);
      }
    }
  }

  private void check(Client client, long now) {
    if (now - client.heardAt() > DEAD_NANOS || client.egress().stuck(now, STUCK_NANOS)) {
      drop(client, Socket.Close.TOO_SLOW);
    } else if (now - client.pingedAt() > PING_NANOS && client.egress().idle()) {
      client.pingedAt(now);
      client.socket().ping();
    }
  }
}
