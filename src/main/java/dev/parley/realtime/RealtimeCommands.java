package dev.parley.realtime;

import dev.parley.conversations.Memberships;
import dev.parley.kernel.Command;
import dev.parley.kernel.Refusal;
import dev.parley.overview.Overviews;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Collections;
import java.util.Map;

/** The WebSocket types that are about the socket itself. */
@ApplicationScoped
public class RealtimeCommands {

  private static final int MESSAGES = 20;

  @EJB Hub hub;
  @Inject Broker broker;
  @Inject Overviews overviews;
  @Inject Memberships memberships;

  /** See protocol.md: the way in, cold or warm. */
  public record Sync(
      @Size(max = 64) String epoch,
      @Size(max = 5000) Map<Long, @NotNull Long> chats,
      @Min(1) @Max(100) Integer limit) {}

  /** A conversation, or none. */
  public record Focus(Long chatID) {}

  /** A conversation. */
  public record Typing(@NotNull Long chatID) {}

  @Produces
  Command sync() {
    return Command.of(
            "sync",
            Sync.class,
            "Everything one sees; with `chats`, only what changed since",
            (call, sync) -> {
              // Live events wait until the answer is out: nothing falls between the two.
              hub.hold(call.connectionId());
              call.afterReply(() -> hub.release(call.connectionId()));
              return overviews.snapshot(
                  call.caller(),
                  sync.epoch(),
                  sync.chats() == null ? Collections.emptyMap() : sync.chats(),
                  sync.limit() == null ? MESSAGES : sync.limit());
            })
        .example(
            "{'limit':20}",
            "{'epoch':'b7','me':{'id':'2','name':'ann'},'chats':[{'id':'9',"
                + "'kind':'group','name':'book club','seq':421,'ev':977,'unread':1,"
                + "'messages':[{'id':'812','content':'hello'}]}],'gone':[],"
                + "'people':[{'id':'3','name':'ben','fullName':'Ben Oak','picture':null,"
                + "'online':true}],'blocked':[],'notifications':[]}");
  }

  @Produces
  Command focus() {
    return Command.of(
            "focus",
            Focus.class,
            "Says which conversation is in front of the reader, or none",
            (call, focus) -> {
              if (!hub.focus(call.connectionId(), focus.chatID())) {
                throw Refusal.notFound("conversation");
              }
              return Collections.singletonMap(
                  "chatID", focus.chatID() == null ? null : focus.chatID().toString());
            })
        .example("{'chatID':'9'}", "{'chatID':'9'}");
  }

  @Produces
  Command typing() {
    return Command.of(
            "typing",
            Typing.class,
            "Tells those who have the conversation in front; at most one per 4 s is passed on",
            (call, typing) -> {
              memberships.requireWriter(call.caller(), typing.chatID());
              if (hub.mayType(call.connectionId(), typing.chatID())) {
                broker.publish(new Publication.Typing(typing.chatID(), call.caller().accountId()));
              }
              return Map.of();
            })
        .example("{'chatID':'9'}", "{}");
  }
}
