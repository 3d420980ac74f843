package dev.parley.realtime;

import dev.parley.messages.Message;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** What a broker carries from the node where it happened to the hubs of all nodes. */
public sealed interface Publication {

  /**
   * A durable change of a conversation, or several in a row.
   *
   * @param fromEv the number of the first of them; {@code toEv} of the last
   * @param joined accounts that hear the conversation from this change on
   * @param left accounts that do not hear it any more, this change included
   * @param items what to tell those who hear it
   * @param messages what a client is told instead when it keeps the conversation in the background,
   *     or null when everybody gets the items
   * @param recount whether those who keep it in the background must hear their new unread count
   */
  record ToConversation(
      long conversationId,
      long fromEv,
      long toEv,
      List<Long> joined,
      List<Long> left,
      List<Item> items,
      Messages messages,
      boolean recount)
      implements Publication {

    /** Whether the change before it is to come here, too, be it later. */
    boolean follows() {
      return messages != null && messages.follows();
    }

    /** What somebody is told who knows of their own messages. */
    List<Item> itemsNotBy(long accountId) {
      String own = Long.toString(accountId);
      return items.stream()
          .filter(item -> !(item.data() instanceof Message.View m && m.userID().equals(own)))
          .toList();
    }

    /** Whether the conversation itself is gone: there is nothing to tell those who are left. */
    boolean isTheEnd() {
      return items.isEmpty();
    }

    /** One change that everybody is told of. */
    static ToConversation of(
        long conversationId, long ev, List<Long> joined, List<Long> left, List<Item> items) {
      return new ToConversation(conversationId, ev, ev, joined, left, items, null, false);
    }
  }

  /**
   * New messages, for those who only want to know that there are some.
   *
   * @param seq the number of the last one
   * @param senderIds who wrote them
   * @param follows whether they tell of the change right before them, which is on its way as well
   */
  record Messages(long seq, Set<Long> senderIds, boolean follows) {}

  /** To all sockets of one account. */
  record ToAccount(long accountId, Item item) implements Publication {}

  /** To all sockets of several accounts. */
  record ToAccounts(Collection<Long> accountIds, Item item) implements Publication {}

  /** To everybody who is connected, but for some accounts. */
  record ToEverybody(Item item, Set<Long> exceptAccounts) implements Publication {

    /** To everybody without exception. */
    ToEverybody(Item item) {
      this(item, Set.of());
    }
  }

  /**
   * That somebody came or went, in the words of seed 004's document: one by one, to the sockets
   * that don't speak {@code parley.v1}. Those that do hear it once a second, of all together.
   *
   * @param viewerId who is told, or null: everybody but for some accounts
   */
  record Passage(Item item, Long viewerId, Set<Long> exceptAccounts) implements Publication {}

  /**
   * The same to the sockets that hear it of acquaintances only.
   *
   * @param accountIds who they are
   */
  record PassageOfAcquaintance(Item item, Set<Long> accountIds) implements Publication {}

  /** That somebody writes: to the sockets that have the conversation in front. Never stored. */
  record Typing(long conversationId, long accountId) implements Publication {}

  /**
   * That a conversation is something else to one of its members.
   *
   * @param item for that member's sockets
   * @param counted the last message that the item counts
   * @param read whether the others are to hear how far the member has read
   */
  record Own(long conversationId, long accountId, Item item, long counted, boolean read)
      implements Publication {}

  /** That others learn how far somebody has read, or not any more. */
  record ReceiptsSwitched(long accountId) implements Publication {}

  /** These sessions have ended: their sockets are closed. */
  record LoginsEnded(long accountId, List<Long> loginIds) implements Publication {}
}
