package dev.parley.overview;

import dev.parley.accounts.Accounts;
import dev.parley.conversations.Conversation;
import dev.parley.conversations.ConversationViews;
import dev.parley.kernel.Caller;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.Sql;
import dev.parley.messages.History;
import dev.parley.messages.Message;
import dev.parley.messages.Unread;
import dev.parley.notifications.Notifications;
import dev.parley.people.Blocks;
import dev.parley.people.People;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts together what one person sees. Each answer is of one moment. */
@ApplicationScoped
@Transactional
public class Overviews {

  /** So many changed messages of a conversation are sent; with more, the newest are. */
  static final int MOST_CHANGED = 300;

  private static final int CONVERSATIONS_WITH_MESSAGES = 10;
  private static final int MOST_PEOPLE = 1000;

  @Inject Sql sql;
  @Inject Accounts accounts;
  @Inject ConversationViews conversations;
  @Inject History history;
  @Inject Unread unread;
  @Inject People people;
  @Inject Blocks blocks;
  @Inject Epoch epoch;
  @Inject Notifications notifications;

  /** The caller's conversations, the one with the newest message first. */
  public List<Chat> chats(Caller caller) {
    oneMoment();
    return chats(caller, Set.of(), Map.of(), 0);
  }

  /** One of the caller's conversations. */
  public Chat chat(Caller caller, long conversationId) {
    oneMoment();
    return chats(caller, conversations.one(caller, conversationId).stream().toList()).stream()
        .findFirst()
        .orElseThrow(() -> Refusal.notFound("conversation"));
  }

  /**
   * Everything.
   *
   * @param knownEpoch of what the client keeps, or null
   * @param known the last {@code ev} that it holds of each conversation that it keeps
   * @param limit messages per conversation where not all changed ones are sent
   */
  public Snapshot snapshot(Caller caller, String knownEpoch, Map<Long, Long> known, int limit) {
    oneMoment();
    String current = epoch.current();
    Map<Long, Long> held = current.equals(knownEpoch) ? known : Map.of();
    List<Chat> chats = chats(caller, known.keySet(), held, limit);
    Set<String> seen = chats.stream().map(c -> c.conversation().id()).collect(Collectors.toSet());
    List<String> gone =
        known.keySet().stream().map(String::valueOf).filter(id -> !seen.contains(id)).toList();
    return new Snapshot(
        current,
        accounts.own(caller),
        chats,
        gone,
        people.nearest(caller, MOST_PEOPLE),
        blocks.ids(caller.accountId()),
        notifications.unread(caller.accountId()));
  }

  /** Lets all statements of the transaction see the same moment. */
  private void oneMoment() {
    sql.update("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
  }

  private List<Chat> chats(Caller caller, List<Conversation.View> views) {
    List<Long> ids = views.stream().map(view -> Long.parseLong(view.id())).toList();
    Map<String, List<Message.View>> last = history.newest(ids, 1);
    Map<Long, Unread.Count> counts = unread.of(caller, ids);
    return views.stream()
        .map(
            view -> {
              Unread.Count count =
                  counts.getOrDefault(Long.parseLong(view.id()), Unread.Count.NOTHING);
              return new Chat(
                  view,
                  count.unread(),
                  count.mentions(),
                  last.getOrDefault(view.id(), List.of()).stream().findFirst().orElse(null),
                  null,
                  null);
            })
        .toList();
  }

  private List<Chat> chats(Caller caller, Set<Long> asked, Map<Long, Long> held, int limit) {
    List<Chat> plain = chats(caller, conversations.all(caller));
    if (limit == 0) {
      return plain;
    }
    // Where the client holds nothing, the newest conversations come with their newest messages.
    List<Long> bare =
        plain.stream()
            .map(chat -> Long.parseLong(chat.conversation().id()))
            .filter(id -> !held.containsKey(id))
            .toList();
    List<Long> filled = new ArrayList<>(bare.stream().limit(CONVERSATIONS_WITH_MESSAGES).toList());
    bare.stream().skip(CONVERSATIONS_WITH_MESSAGES).filter(asked::contains).forEach(filled::add);
    Map<String, List<Message.View>> newest = history.newest(filled, limit);
    return plain.stream()
        .map(
            chat -> {
              String id = chat.conversation().id();
              Long ev = held.get(Long.parseLong(id));
              if (ev != null) {
                return changed(chat, ev, limit);
              }
              boolean fill = filled.contains(Long.parseLong(id));
              return fill ? with(chat, newest.getOrDefault(id, List.of()), null) : chat;
            })
        .toList();
  }

  private Chat changed(Chat chat, long ev, int limit) {
    Conversation.View view = chat.conversation();
    if (ev == view.ev()) {
      return with(chat, List.of(), null);
    }
    long id = Long.parseLong(view.id());
    List<Message.View> changed =
        ev > view.ev() ? List.of() : history.changedSince(id, ev, MOST_CHANGED);
    boolean reset = ev > view.ev() || changed.size() > MOST_CHANGED;
    return reset
        ? with(chat, history.newest(List.of(id), limit).getOrDefault(view.id(), List.of()), true)
        : with(chat, changed, null);
  }

  private static Chat with(Chat chat, List<Message.View> messages, Boolean reset) {
    return new Chat(
        chat.conversation(), chat.unread(), chat.mentions(), chat.lastMessage(), messages, reset);
  }
}
