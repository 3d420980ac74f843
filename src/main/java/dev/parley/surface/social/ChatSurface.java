package dev.parley.surface.social;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.kernel.Caller;
import dev.parley.kernel.Code;
import dev.parley.kernel.Json;
import dev.parley.kernel.Payloads;
import dev.parley.kernel.Refusal;
import dev.parley.messages.Message;
import dev.parley.messages.Messages;
import dev.parley.messages.PrivateChats;
import dev.parley.messages.Receipts;
import dev.parley.realtime.Client;
import dev.parley.realtime.Dialect;
import dev.parley.surface.Refused;
import dev.parley.ws.Envelope;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A chat that is open has a socket of its own: who is in it, what is written there, and what was.
 */
abstract class ChatSurface extends SocialSurface {

  private static final int PAIR = 0;
  private static final int GROUP = 1;

  @Inject PrivateChats chats;
  @Inject Messages messages;
  @Inject Receipts receipts;
  @Inject Payloads payloads;
  @Inject Rooms rooms;

  private Dialect dialect;

  /** What its client sends; everything but the text the server knows better. */
  public record Written(String content) {}

  /** How many newer messages to pass over. */
  public record Portion(Long offset) {}

  /** A message as it stands in a portion. */
  private record Line(
      String id, String userID, String userName, String content, Instant dateCreate) {

    static Line of(Message.View view) {
      return new Line(view.id(), view.userID(), view.userName(), view.content(), view.dateCreate());
    }
  }

  /**
   * A part of a chat.
   *
   * @param type 0 of two people, 1 of a group
   * @param messages the oldest first; left out when there are none
   */
  private record Part(
      String id,
      String name,
      int type,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Line> messages) {}

  @PostConstruct
  void start() {
    // One object, so that what all hear is encoded once.
    dialect = new ChatDialect(isPair());
  }

  /** Whether it is of two people. */
  abstract boolean isPair();

  /** The conversation that an address means; whoever may not be there is refused. */
  abstract long room(Caller caller, long id);

  @Override
  public Long admit(Caller caller, Map<String, List<String>> query) {
    List<String> given = query.getOrDefault("id", List.of());
    return room(caller, id(given.size() == 1 ? given.get(0) : ""));
  }

  @Override
  public Dialect dialect() {
    return dialect;
  }

  @Override
  public void opened(Client client) {
    rooms.enter(client);
  }

  @Override
  public void closed(Client client) {
    rooms.leave(client);
  }

  @Override
  void request(Client client, ObjectNode request) {
    String type = request.path("type").asString("");
    JsonNode payload = request.get("payload");
    switch (type) {
      case "sendMessageToChat" -> send(client, type, payload);
      case "chatPortion" -> answering(client, type, () -> portion(client, payload));
      // Everything else is said on the page's own socket.
      default ->
          client.reply(
              Envelope.refusal(
                  type, null, Refusal.of(Code.UNKNOWN_TYPE, "there is no type of this name here")));
    }
  }

  private void send(Client client, String type, JsonNode payload) {
    try {
      Written written = payloads.read(payload, Written.class);
      if (written.content() == null || written.content().isBlank()) {
        throw Refusal.invalid("content", "text is missing");
      }
      messages
          .send(client.caller(), client.only(), Messages.Draft.of(written.content(), null))
          // All in the room, the sender too, have had it by then.
          .whenComplete(
              (receipt, problem) ->
                  client.reply(
                      problem == null
                          ? Envelope.success(type, null, "sent")
                          : Envelope.refusal(type, null, Refused.of(problem))));
    } catch (Refusal refusal) {
      client.reply(Envelope.refusal(type, null, refusal));
    }
  }

  private Part portion(Client client, JsonNode payload) {
    JsonNode named =
        payload != null && payload.isValueNode() && !payload.isNull()
            ? Json.MAPPER.createObjectNode().set("offset", payload)
            : payload;
    Long offset = payloads.read(named, Portion.class).offset();
    long chat = client.only();
    List<Message.View> newest =
        new ArrayList<>(chats.written(client.caller(), chat, offset == null ? 0 : offset));
    if (!newest.isEmpty()) {
      receipts.markRead(client.caller(), chat, newest.get(0).seq());
    }
    Collections.reverse(newest);
    return new Part(
        Long.toString(chat), "", isPair() ? PAIR : GROUP, newest.stream().map(Line::of).toList());
  }

  private static void answering(Client client, String type, Supplier<Object> answer) {
    String reply;
    try {
      reply = Envelope.success(type, null, answer.get());
    } catch (Refusal refusal) {
      reply = Envelope.refusal(type, null, refusal);
    }
    client.reply(reply);
  }

  private static long id(String text) {
    try {
      long id = Long.parseLong(text);
      if (id > 0) {
        return id;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw Refusal.invalid("id", "id must be a number");
  }
}
