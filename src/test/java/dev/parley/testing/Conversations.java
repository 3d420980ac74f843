package dev.parley.testing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Makes and reads conversations over REST. */
public final class Conversations {
  private static final int PAGE = 100;

  private final Api api;

  /** Uses the server behind the given REST client. */
  public Conversations(Api api) {
    this.api = api;
  }

  /** Opens the private conversation of two people and returns its id. */
  public String open(Account one, Account other) throws IOException, InterruptedException {
    return create(one, Map.of("kind", "private", "userIDs", List.of(other.id())));
  }

  /** Makes a group of all the people, by the first of them, and returns its id. */
  public String group(String name, List<Account> people) throws IOException, InterruptedException {
    List<String> others = people.stream().skip(1).map(Account::id).toList();
    return create(people.get(0), Map.of("kind", "group", "name", name, "userIDs", others));
  }

  /** Returns the number of the last message in a conversation; 0 when it has none. */
  public long lastSeq(String chat, Account member) throws IOException, InterruptedException {
    return api.get("conversations/" + chat, member.token()).path("seq").asLong(0);
  }

  /** Returns the whole history, in the order the pages give it. */
  public List<JsonNode> history(String chat, Account member)
      throws IOException, InterruptedException {
    List<JsonNode> messages = new ArrayList<>();
    long after = 0;
    while (true) {
      String path = "conversations/%s/messages?after=%d&limit=%d".formatted(chat, after, PAGE);
      JsonNode page = api.get(path, member.token()).path("messages");
      page.forEach(messages::add);
      long last = page.path(page.size() - 1).path("seq").asLong(0);
      // An empty page ends it; one that does not lead on would repeat itself for ever.
      if (last <= after) {
        return messages;
      }
      after = last;
    }
  }

  private String create(Account by, Map<String, Object> body)
      throws IOException, InterruptedException {
    return api.post("conversations", by.token(), body).path("id").asString("");
  }
}
