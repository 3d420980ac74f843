package dev.parley.realtime;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Decides which of a shard's sockets gets what. Everything here runs on the shard's thread. */
final class Desk {

  private static final long PING_NANOS = TimeUnit.SECONDS.toNanos(25);
  private static final long DEAD_NANOS = TimeUnit.SECONDS.toNanos(60);
  private static final long STUCK_NANOS = TimeUnit.SECONDS.toNanos(10);
  private static final long TYPING_NANOS = TimeUnit.SECONDS.toNanos(4);

  private final Shard shard;
  private final Surroundings around;
  private final Attendance attendance = new Attendance();

  /**
   * Sockets that are to be closed at the end of the round. Not at once, because whoever finds this
   * out walks through the sockets.
   */
  private final Map<Client, Socket.Close> doomed = new LinkedHashMap<>();

  /** New messages that some keep in the background, gathered in this round. */
  private final Map<Long, Background> background = new HashMap<>();

  /**
   * Whom to tell that there are new messages.
   *
   * @param seq of the last one, 0 when it is only to be counted again; {@code ev} of the last
   *     change
   * @param recount whether what was unread before may be another number now, which even who has all
   *     messages can't always know
   */
  record Background(long seq, long ev, boolean recount, Set<Long> accountIds) {

    /** The news of both. */
    static Background both(Background before, Background now) {
      Set<Long> accountIds = new HashSet<>(before.accountIds());
      accountIds.addAll(now.accountIds());
      return new Background(
          Math.max(before.seq(), now.seq()),
          Math.max(before.ev(), now.ev()),
          before.recount() || now.recount(),
          accountIds);
    }
  }

  /** What a desk needs of the world outside its shard. Each call must return at once. */
  interface Surroundings {
    /** Somebody came or went. */
    void presence(long accountId, boolean here);

    /** Messages that these accounts are to hear of, though not get. */
    void background(long conversationId, Background news);

    /** The memberships of an account are to be read again. */
    void reload(long accountId);

    /** Closes a socket, without making the shard wait for it. */
    void close(Client client, Socket.Close why);

    /** Something went wrong that should not. */
    void failed(RuntimeException e);

    /** The most sockets of one account. */
    int socketsPerPerson();

    /** Nanoseconds from the last socket to offline. */
    long graceNanos();
  }

  Desk(Shard shard, Surroundings around) {
    this.shard = shard;
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
    ifHere(client.caller().accountId(), attendant -> attendant.active(conversationId, now));
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

  /** A durable change: to those who hear the conversation. */
  void deliver(Publication.ToConversation change, Broadcast news, Broadcast gone) {
    long id = change.conversationId();
    long now = System.nanoTime();
    change.joined().forEach(account -> ifHere(account, a -> attendance.join(a, id)));
    for (Long account : change.left()) {
      ifHere(
          account,
          attendant -> {
            attendance.part(attendant, id);
            attendant.clients().forEach(client -> part(client, change, gone));
          });
    }
    if (change.messages() != null) {
      change.messages().senderIds().forEach(s -> ifHere(s, a -> a.active(id, now)));
    }
    for (Attendant attendant : attendance.in(id)) {
      if (change.recount()) {
        inBackground(change, attendant);
      }
      for (Client client : attendant.clients()) {
        if (!client.hears(id)) {
          continue;
        }
        if (change.messages() == null || attendant.wantsBodies(client, id, now)) {
          push(client, client.answers() ? unanswered(client, change, news) : news);
        } else {
          inBackground(change, attendant);
        }
      }
    }
  }

  /** What of the news a socket has not had as a reply. */
  private static Broadcast unanswered(
      Client client, Publication.ToConversation change, Broadcast news) {
    List<Item> rest = change.items().stream().filter(item -> !client.isAnswered(item)).toList();
    return rest.size() == change.items().size() ? news : Broadcast.of(rest);
  }

  /** A conversation's end for one socket: the socket's end, when it is about nothing else. */
  private void part(Client client, Publication.ToConversation change, Broadcast gone) {
    if (client.only() == null) {
      push(client, gone);
    } else if (client.hears(change.conversationId())) {
      doom(client, change.isTheEnd() ? Socket.Close.NORMAL : Socket.Close.NOT_ALLOWED);
    }
  }

  private void inBackground(Publication.ToConversation change, Attendant attendant) {
    long seq = change.messages() == null ? 0 : change.messages().seq();
    background
        .compute(
            change.conversationId(),
            (id, known) ->
                new Background(
                    known == null ? seq : Math.max(known.seq(), seq),
                    change.toEv(),
                    change.recount() || known != null && known.recount(),
                    known == null ? new HashSet<>() : known.accountIds()))
        .accountIds()
        .add(attendant.accountId());
  }

  /** What is unread: to an account's sockets that don't get the messages themselves, or to all. */
  void activity(long accountId, long conversationId, boolean all, Broadcast news) {
    long now = System.nanoTime();
    ifHere(
        accountId,
        attendant -> {
          if (!attendant.conversations().contains(conversationId)) {
            return; // Shown out since.
          }
          for (Client client : attendant.clients()) {
            if (client.hears(conversationId)
                && (all || !attendant.wantsBodies(client, conversationId, now))) {
              push(client, news);
            }
          }
        });
  }

  /** To everybody who hears a conversation but one. */
  void toOthers(long conversationId, Set<Long> exceptAccounts, Broadcast news) {
    for (Attendant attendant : attendance.in(conversationId)) {
      if (!exceptAccounts.contains(attendant.accountId())) {
        attendant.clients().stream()
            .filter(client -> client.hears(conversationId))
            .forEach(client -> push(client, news));
      }
    }
  }

  /** That somebody writes: to those who have the conversation in front, if they keep up. */
  void typing(Publication.Typing typing, Broadcast news) {
    for (Attendant attendant : attendance.in(typing.conversationId())) {
      for (Client client : attendant.clients()) {
        Long focus = client.focus();
        if (attendant.accountId() != typing.accountId()
            && focus != null
            && focus == typing.conversationId()) {
          pushIfRoom(client, news);
        }
      }
    }
  }

  /** To all sockets of an account. */
  void toAccount(long accountId, Broadcast news) {
    ifHere(accountId, a -> a.clients().forEach(client -> push(client, news)));
  }

  /**
   * To all sockets.
   *
   * @param droppable whether those that don't keep up can do without
   * @param exceptAccounts who is left out
   */
  void toEverybody(Broadcast news, boolean droppable, Set<Long> exceptAccounts) {
    for (Attendant attendant : attendance.all()) {
      if (exceptAccounts.contains(attendant.accountId())) {
        continue;
      }
      for (Client client : attendant.clients()) {
        if (droppable) {
          pushIfRoom(client, news);
        } else {
          push(client, news);
        }
      }
    }
  }

  /** That somebody came or went: to the sockets that hear it one by one, if they keep up. */
  void passage(Publication.Passage passage, Broadcast news) {
    for (Attendant attendant : attendance.all()) {
      Long viewer = passage.viewerId();
      boolean told = viewer == null || viewer == attendant.accountId();
      if (told && !passage.exceptAccounts().contains(attendant.accountId())) {
        attendant.clients().stream()
            .filter(client -> !client.egress().joins())
            .forEach(client -> pushIfRoom(client, news));
      }
    }
  }

  /** Closes the sockets of sessions that have ended. */
  void end(Publication.LoginsEnded ended) {
    ifHere(
        ended.accountId(),
        attendant ->
            List.copyOf(attendant.clients()).stream()
                .filter(client -> ended.loginIds().contains(client.caller().loginId()))
                .forEach(client -> drop(client, Socket.Close.SESSION_ENDED)));
  }

  /** Reads an account's memberships again, after changes came out of order. */
  void reload(long accountId) {
    ifHere(
        accountId,
        attendant -> {
          attendance.loading(attendant);
          around.reload(accountId);
        });
  }

  /** Ends the holding back of pushes. */
  void release(Client client) {
    client.release().forEach(frame -> shard.send(client, frame));
  }

  /**
   * Closes a socket whose peer does not read fast enough: from now on it gets nothing, and at the
   * end of the round it goes.
   */
  void tooSlow(Client client) {
    doom(client, Socket.Close.TOO_SLOW);
  }

  private void doom(Client client, Socket.Close why) {
    client.leave();
    doomed.putIfAbsent(client, why);
  }

  private void drop(Client client, Socket.Close why) {
    exit(client);
    around.close(client, why);
  }

  private void push(Client client, Broadcast news) {
    Frame frame = client.gone() ? null : news.in(client.dialect());
    if (frame == null) {
      return;
    }
    if (!client.holding()) {
      shard.send(client, frame);
    } else if (!client.keep(frame)) {
      tooSlow(client);
    }
  }

  private void pushIfRoom(Client client, Broadcast news) {
    if (!client.egress().halfFull()) {
      push(client, news);
    }
  }

  private void ifHere(long accountId, java.util.function.Consumer<Attendant> then) {
    Attendant attendant = attendance.get(accountId);
    if (attendant != null) {
      then.accept(attendant);
    }
  }

  /** Hands on what gathered in a round. */
  void endOfRound() {
    doomed.forEach(this::drop);
    doomed.clear();
    if (!background.isEmpty()) {
      background.forEach(around::background);
      background.clear();
    }
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
