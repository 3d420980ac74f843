package dev.parley.surface.forum;

import dev.parley.kernel.Json;
import dev.parley.messages.Message;
import dev.parley.people.Person;
import dev.parley.realtime.Dialect;
import dev.parley.realtime.Item;
import dev.parley.realtime.Passed;
import java.util.Map;

/** What this system's clients are told: messages of private chats, and who comes and goes. */
final class ForumDialect implements Dialect {

  private final Known known;

  ForumDialect(Known known) {
    this.known = known;
  }

  private record LastMessage(String type, ForumMessage message) {}

  private record Passage(String type, ForumUser user) {}

  /** Its clients keep no chat in the background. */
  @Override
  public boolean takesAll() {
    return true;
  }

  @Override
  public String encode(Item item) {
    Object told =
        switch (item.type()) {
          case "inputChatMessage" -> message((Message.View) item.data());
          case "newOnlineUser" -> passage("online", item, true);
          case "offlineUser" -> passage("leaveuser", item, false);
          case "personChanged" -> changed((Person) item.data());
          case "conversationChanged" -> moved(item);
          default -> null;
        };
    return told == null ? null : Json.MAPPER.writeValueAsString(told);
  }

  private LastMessage message(Message.View view) {
    if (!view.kind().equals("text")) {
      return null;
    }
    long sender = Long.parseLong(view.userID());
    return known
        .pair(Long.parseLong(view.chatID()))
        .map(
            pair ->
                new LastMessage(
                    "lastmessage",
                    ForumMessage.of(
                        view, known.person(sender), known.person(pair.otherThan(sender)))))
        .orElse(null);
  }

  private Passage passage(String type, Item item, boolean online) {
    long id = Long.parseLong(((Passed) item.data()).id());
    return new Passage(type, ForumUser.of(known.person(id), online));
  }

  /** Of changes its clients learn when they ask for the list again; of somebody new, at once. */
  private Passage changed(Person person) {
    Known.Person now = known.note(Known.Person.of(person));
    return known.isNews(now.id())
        ? new Passage("newuser", ForumUser.of(now, person.online()))
        : null;
  }

  /** Nothing to tell, but it may be other people's now. */
  private Object moved(Item item) {
    known.forget(Long.parseLong((String) ((Map<?, ?>) item.data()).get("chatID")));
    return null;
  }
}
