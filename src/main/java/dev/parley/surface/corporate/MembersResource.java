package dev.parley.surface.corporate;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.conversations.Conversation;
import dev.parley.conversations.MemberChanges;
import dev.parley.conversations.MembershipRole;
import dev.parley.conversations.Memberships;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Who is in a chat. */
@Path("/members")
@RequestScoped
public class MembersResource {

  private static final int PAGE = 1000;

  @Inject Memberships memberships;
  @Inject MemberChanges members;
  @Inject Actor actor;

  /** Somebody in a chat, or to be; without a role a mere member. */
  public record Place(
      @JsonProperty("conversation_id") Long conversationId,
      @JsonProperty("user_id") Long userId,
      String role) {}

  @POST
  @Path("addMember")
  public Response add(Place member) {
    members.add(
        actor.get(),
        Actor.required(member.conversationId()),
        Actor.required(member.userId()),
        role(member.role()));
    return Answers.text("Member added successfully");
  }

  @DELETE
  @Path("removeMember")
  public Response remove(Place member) {
    members.remove(
        actor.get(), Actor.required(member.conversationId()), Actor.required(member.userId()));
    return Answers.text("Member removed successfully");
  }

  @GET
  @Path("getUsersFromChat")
  public Response list(@QueryParam("chat_id") String chatId) {
    Caller caller = actor.get();
    long id = Actor.id("chat_id", chatId);
    Map<Long, String> emails = memberships.emails(caller, id);
    List<ChatMember> members = new ArrayList<>();
    List<Conversation.Member> page;
    do {
      long after = members.isEmpty() ? 0 : members.get(members.size() - 1).id();
      page = memberships.list(caller, id, after, PAGE);
      for (Conversation.Member member : page) {
        long memberId = Long.parseLong(member.id());
        members.add(
            new ChatMember(
                memberId, member.name(), emails.getOrDefault(memberId, ""), member.role()));
      }
    } while (page.size() == PAGE);
    return Answers.json(members);
  }

  private static MembershipRole role(String given) {
    if (given == null || given.isBlank()) {
      return MembershipRole.MEMBER;
    }
    try {
      return MembershipRole.of(given);
    } catch (IllegalArgumentException e) {
      throw Refusal.invalid("role", "role must be admin or member");
    }
  }
}
