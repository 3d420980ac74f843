package dev.parley.realtime;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Decides which of a shard's sockets gets what. Everything here runs on the shard's thread. */
final class Fanout {

  private final Shard shard;
  private final Desk desk;
  private final Surroundings around;
  private final Attendance attendance;

  /** New messages that some keep in the background, gathered in this round. */
  private final Map<Long, Background> background = new HashMap<>();

  Fanout(Shard shard, Desk desk, Surroundings around) {
    this.shard = shard;
    this.desk = desk;
    this.around = around;
    this.attendance = desk.attendance();
  }

  /** A durable change: to those who hear the conversation. */
  void deliver(Publication.ToConversation change, Broadcast news, Broadcast gone) {
    long id = change.conversationId();
    long now = System.nanoTime();
    change.joined().forEach(account -> attendance.ifHere(account, a -> attendance.join(a, id)));
    for (Long account : change.left()) {
      attendance.ifHere(
          account,
          attendant -> {
            attendance.part(attendant, id);
            attendant.clients().forEach(client -> part(client, change, gone));
          });
    }
    if (change.messages() != null) {
      change.messages().senderIds().forEach(s -> attendance.ifHere(s, a -> a.active(id, now)));
    }
    for (Attendant attendant : attendance.in(id)) {
      if (change.recount()) {
        inBackground(change, attendant);
      }
      for (Client client : attendant.clients()) {
        if (!client.hears(id)) {
          continue;
        }
        if (change.messages() != null && client.dialect().hasRooms()) {
          outsideTheRoom(attendant, client, change, news);
        } else if (change.messages() == null || attendant.wantsBodies(client, id, now)) {
          push(client, client.answers() ? unanswered(client, change, news) : news);
        } else {
          inBackground(change, attendant);
        }
      }
    }
  }

  /** New messages, for a client that hears of them here as long as it has not opened the room. */
  private void outsideTheRoom(
      Attendant attendant, Client client, Publication.ToConversation change, Broadcast news) {
    boolean inside =
        attendant.clients().stream()
            .anyMatch(c -> c.only() != null && c.only() == change.conversationId());
    if (!inside) {
      List<Item> others = change.itemsNotBy(attendant.accountId());
      push(client, others.size() == change.items().size() ? news : Broadcast.of(others));
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
      desk.doom(client, change.isTheEnd() ? Socket.Close.NORMAL : Socket.Close.NOT_ALLOWED);
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
    attendance.ifHere(
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

  /** To everybody who hears a conversation, but for some accounts. */
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
    attendance.ifHere(accountId, a -> a.clients().forEach(client -> push(client, news)));
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

  /** The same, to the sockets that hear it of acquaintances only. */
  void passage(Publication.PassageOfAcquaintance passage, Broadcast news) {
    for (Long accountId : passage.accountIds()) {
      attendance.ifHere(
          accountId,
          attendant ->
              attendant.clients().stream()
                  .filter(client -> client.dialect().knowsAcquaintancesOnly())
                  .forEach(client -> pushIfRoom(client, news)));
    }
  }

  /** Ends the holding back of pushes. */
  void release(Client client) {
    client.release().forEach(frame -> shard.send(client, frame));
  }

  /** Hands on what gathered in a round. */
  void endOfRound() {
    if (!background.isEmpty()) {
      background.forEach(around::background);
      background.clear();
    }
  }

  private void push(Client client, Broadcast news) {
    Frame frame = client.gone() ? null : news.in(client.dialect());
    if (frame == null) {
      return;
    }
    if (!client.holding()) {
      shard.send(client, frame);
    } else if (!client.keep(frame)) {
      desk.tooSlow(client);
    }
  }

  private void pushIfRoom(Client client, Broadcast news) {
    if (!client.egress().halfFull()) {
      push(client, news);
    }
  }
}
