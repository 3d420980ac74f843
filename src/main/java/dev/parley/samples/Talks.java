package dev.parley.samples;

import dev.parley.conversations.ConversationViews;
import dev.parley.conversations.Conversations;
import dev.parley.conversations.Kind;
import dev.parley.messages.MessageChanges;
import dev.parley.messages.Messages;
import dev.parley.messages.Receipt;
import dev.parley.messages.Receipts;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the sample people say to each other. Chats have names of their own here. */
@Dependent
public class Talks {

  @Inject Conversations conversations;
  @Inject ConversationViews views;
  @Inject Messages messages;
  @Inject MessageChanges changes;
  @Inject Receipts receipts;

  private final Map<String, Long> chats = new HashMap<>();
  private final Map<String, Long> last = new HashMap<>();

  void chat(Town town, String chat, String one, String other) {
    begin(town, chat, Kind.PRIVATE, "", one, other);
  }

  void room(Town town, String chat, String name, String topic, String maker, String... others) {
    begin(town, chat, Kind.GROUP, name, maker, others);
    conversations.update(town.caller(maker), chats.get(chat), null, topic, null);
  }

  private void begin(
      Town town, String chat, Kind kind, String name, String maker, String... others) {
    List<Long> ids = Stream.of(others).map(town::id).toList();
    var made = conversations.create(town.caller(maker), kind, name, ids);
    is(chat, Long.parseLong(made.view().id()));
  }

  /** A conversation that there is already. */
  void is(String chat, long id) {
    chats.put(chat, id);
  }

  boolean knows(String chat) {
    return chats.containsKey(chat);
  }

  /** The room of everybody, unless it is switched off. */
  void findsEverybody(Town town, String chat, String name) {
    views.all(town.caller(name)).stream()
        .filter(view -> view.kind().equals(Kind.EVERYBODY.code()))
        .findFirst()
        .ifPresent(view -> is(chat, Long.parseLong(view.id())));
  }

  void says(Town town, String chat, String name, String text) {
    sends(town, chat, name, new Messages.Draft(text, null, null, null));
  }

  /** Answers what was said last. */
  void answers(Town town, String chat, String name, String text) {
    sends(town, chat, name, new Messages.Draft(text, null, last.get(chat), null));
  }

  void shows(Town town, String chat, String name, String text, Landscape picture) {
    long id = town.uploads(name, picture.name().toLowerCase() + ".png", picture.png());
    sends(town, chat, name, new Messages.Draft(text, null, null, List.of(id)));
  }

  private void sends(Town town, String chat, String name, Messages.Draft draft) {
    Receipt receipt = messages.send(town.caller(name), chats.get(chat), draft).join();
    last.put(chat, Long.parseLong(receipt.messageID()));
  }

  /** To what was said last. */
  void react(Town town, String chat, String emoji, String... names) {
    for (String name : names) {
      changes.react(town.caller(name), last.get(chat), emoji);
    }
  }

  void pins(Town town, String chat, String name) {
    changes.pin(town.caller(name), last.get(chat), true);
  }

  void read(Town town, String chat, String... names) {
    for (String name : names) {
      receipts.markRead(town.caller(name), chats.get(chat), Long.MAX_VALUE);
    }
  }
}
