package dev.parley.surface.channels;

import dev.parley.accounts.AccountHandles;
import dev.parley.conversations.Conversation;
import dev.parley.conversations.ConversationEvent;
import dev.parley.conversations.ConversationHandles;
import dev.parley.conversations.ConversationViews;
import dev.parley.conversations.Conversations;
import dev.parley.conversations.Kind;
import dev.parley.conversations.Memberships;
import dev.parley.kernel.Caller;
import dev.parley.kernel.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Parley's conversations of kind {@code channel}, by their UUID and in this system's shapes. */
@ApplicationScoped
public class Channels {

  private static final int PAGE = 1000;

  @Inject Conversations conversations;
  @Inject ConversationViews views;
  @Inject ConversationHandles handles;
  @Inject Memberships memberships;
  @Inject AccountHandles accounts;

  /**
   * A channel that the caller is in.
   *
   * @param named whether somebody gave it its name
   */
  record Channel(long id, UUID handle, boolean named, Conversation.View view) {

    String displayname() {
      return named ? view.name() : null;
    }
  }

  /** The channel of an id; one that the caller is not in does not exist. */
  Channel require(Caller caller, String id) {
    return uuid(id)
        .flatMap(handles::find)
        .filter(known -> known.kind() == Kind.CHANNEL)
        .flatMap(known -> views.one(caller, known.id()).map(view -> channel(known, view)))
        .orElseThrow(() -> Refusal.notFound("channel"));
  }

  /** The caller's channels, the one with the newest message first. */
  List<Channel> all(Caller caller) {
    List<Conversation.View> channels =
        views.all(caller).stream().filter(view -> view.kind().equals(Kind.CHANNEL.code())).toList();
    Map<Long, ConversationHandles.Known> known =
        handles.of(channels.stream().map(view -> Long.parseLong(view.id())).toList());
    return channels.stream()
        .filter(view -> known.containsKey(Long.parseLong(view.id())))
        .map(view -> channel(known.get(Long.parseLong(view.id())), view))
        .toList();
  }

  /** Makes a channel of the caller and others. */
  Channel create(Caller caller, String displayname, List<String> userIds) {
    if (userIds == null || userIds.isEmpty()) {
      throw Refusal.invalid("userIDs", "userIds is empty");
    }
    List<Long> accountIds =
        userIds.stream()
            .map(
                id ->
                    uuid(id).flatMap(accounts::account).orElseThrow(() -> Refusal.notFound("user")))
            .toList();
    Conversation.View view =
        conversations.create(caller, Kind.CHANNEL, displayname, accountIds).view();
    long id = Long.parseLong(view.id());
    return channel(handles.of(List.of(id)).get(id), view);
  }

  /** Deletes a channel, as its creator may. */
  void delete(Caller caller, String id) {
    conversations.delete(caller, require(caller, id).id());
  }

  /** Everybody in a channel. */
  List<Shapes.Member> members(Caller caller, Channel channel) {
    List<Conversation.Member> all = new ArrayList<>(channel.view().members());
    while (all.size() < channel.view().memberCount()) {
      long after = all.isEmpty() ? 0 : Long.parseLong(all.get(all.size() - 1).id());
      List<Conversation.Member> more = memberships.list(caller, channel.id(), after, PAGE);
      if (more.isEmpty()) {
        break; // Some have left meanwhile.
      }
      all.addAll(more);
    }
    Map<Long, UUID> known =
        accounts.of(all.stream().map(member -> Long.parseLong(member.id())).toList());
    return all.stream()
        .map(
            member ->
                new Shapes.Member(
                    known.get(Long.parseLong(member.id())),
                    member.name(),
                    member.id().equals(channel.view().creatorID())))
        .toList();
  }

  /** Whoever is named as the one who acts must be the one whose session it is. */
  void requireSelf(Caller caller, String id) {
    if (!uuid(id).equals(Optional.of(accounts.of(caller.accountId())))) {
      throw Refusal.forbidden("this is the id of somebody else");
    }
  }

  /** Reads the handles of all who may write in a channel, so that telling of it need not wait. */
  void remember(long id) {
    accounts.of(memberships.accountsIn(id));
  }

  /** Whoever comes later may write, too. */
  void remember(@Observes ConversationEvent event) {
    if (event instanceof ConversationEvent.MemberAdded added) {
      accounts.of(List.of(added.accountId()));
    }
  }

  private static Channel channel(ConversationHandles.Known known, Conversation.View view) {
    return new Channel(known.id(), known.handle(), known.named(), view);
  }

  private static Optional<UUID> uuid(String id) {
    try {
      return Optional.ofNullable(id).map(UUID::fromString);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
