package dev.parley.surface.corporate;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.conversations.Memberships;
import dev.parley.kernel.Caller;
import dev.parley.messages.History;
import dev.parley.messages.Message;
import dev.parley.messages.MessageChanges;
import dev.parley.messages.Receipts;
import dev.parley.messages.Unread;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Messages, and which of them are unread. */
@Path("/messages")
@RequestScoped
public class MessagesResource {

  private static final int SHOWN = 20;
  private static final int PAGE = 100;

  @Inject History history;
  @Inject MessageChanges changes;
  @Inject Receipts receipts;
  @Inject Unread unread;
  @Inject Memberships memberships;
  @Inject Actor actor;

  /** A chat that its reader has looked at. */
  public record Seen(@JsonProperty("user_id") Long userId, @JsonProperty("chat_id") Long chatId) {}

  /** A message that its sender takes back. */
  public record Deletion(
      @JsonProperty("message_id") Long messageId, @JsonProperty("sender_id") Long senderId) {}

  @GET
  @Path("getMessage")
  public Response newest(@QueryParam("chat_id") String chatId) {
    Caller caller = actor.get();
    long id = Actor.id("chat_id", chatId);
    List<ChatMessage> newest = new ArrayList<>();
    History.Part part;
    Long before = null;
    do {
      part = history.read(caller, id, before, null, null, PAGE);
      for (int i = part.messages().size() - 1; i >= 0 && newest.size() < SHOWN; i--) {
        Message.View message = part.messages().get(i);
        if (ChatMessage.isWritten(message)) {
          newest.add(ChatMessage.of(message));
        }
      }
      before = part.first();
    } while (newest.size() < SHOWN && part.more());
    return Answers.json(newest);
  }

  @DELETE
  @Path("deleteMessage")
  public Response delete(Deletion message) {
    changes.deleteOwn(actor.named(message.senderId()), Actor.required(message.messageId()));
    return Answers.text("Message deleted successfully");
  }

  @POST
  @Path("resetUnread")
  public Response resetUnread(Seen seen) {
    receipts.markRead(actor.named(seen.userId()), Actor.required(seen.chatId()), Long.MAX_VALUE);
    return Answers.text("Unread count reset successfully");
  }

  @GET
  @Path("unreadCounts")
  public Response counts(@QueryParam("user_id") String userId) {
    Caller caller = Actor.named(actor.get(), Actor.id("user_id", userId));
    Map<Long, Long> counts = new TreeMap<>();
    unread
        .of(caller, memberships.conversationsOf(caller.accountId()))
        .forEach((chat, count) -> counts.put(chat, count.unread()));
    counts.values().removeIf(count -> count == 0);
    return Answers.json(counts);
  }
}
