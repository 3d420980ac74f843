package dev.parley.surface.corporate;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.conversations.Conversation;
import dev.parley.conversations.ConversationViews;
import dev.parley.conversations.Conversations;
import dev.parley.conversations.Kind;
import dev.parley.conversations.MemberChanges;
import dev.parley.conversations.PrivateConversations;
import dev.parley.kernel.Caller;
import dev.parley.kernel.Refusal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Chats: making, listing, deleting and leaving them. */
@Path("/chats")
@RequestScoped
public class ChatsResource {

  @Inject Conversations conversations;
  @Inject PrivateConversations privates;
  @Inject ConversationViews views;
  @Inject MemberChanges members;
  @Inject Actor actor;

  /** A private chat begins with its creator alone. */
  public record Creation(String type, String name, @JsonProperty("creator_id") Long creatorId) {}

  /** A chat. */
  public record Named(@JsonProperty("id") Long id) {}

  /** A chat that the user of the session leaves. */
  public record Leaving(
      @JsonProperty("conversation_id") @JsonAlias({"chat_id", "id"}) Long conversationId,
      @JsonProperty("user_id") Long userId) {}

  @POST
  @Path("createChat")
  public Response create(Creation chat) {
    Caller caller = chat.creatorId() == null ? actor.get() : actor.named(chat.creatorId());
    if (chat.type() == null) {
      throw Actor.missing();
    }
    Conversation.View made =
        switch (chat.type()) {
          case "private" -> privates.create(caller, chat.name());
          case "group" -> conversations.create(caller, Kind.GROUP, chat.name(), List.of()).view();
          default -> throw Refusal.invalid("type", "type must be private or group");
        };
    return Answers.json(Response.Status.CREATED, Chat.of(made)).build();
  }

  @DELETE
  @Path("deleteChat")
  public Response delete(Named chat) {
    conversations.delete(actor.get(), Actor.required(chat.id()));
    return Answers.text("Conversation deleted successfully");
  }

  @DELETE
  @Path("leaveChat")
  public Response leave(Leaving chat) {
    Caller caller = chat.userId() == null ? actor.get() : actor.named(chat.userId());
    members.remove(caller, Actor.required(chat.conversationId()), caller.accountId());
    return Answers.text("Left chat successfully");
  }

  @GET
  @Path("getChats")
  public Response list(@QueryParam("user_id") String userId) {
    Caller caller = Actor.named(actor.get(), Actor.id("user_id", userId));
    return Answers.json(views.all(caller).stream().map(Chat::of).toList());
  }
}
