package dev.parley.surface.social;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.conversations.ChatList;
import dev.parley.conversations.ConversationKinds;
import dev.parley.conversations.Kind;
import dev.parley.groups.Group;
import dev.parley.groups.GroupViews;
import dev.parley.kernel.Caller;
import dev.parley.overview.OnlineUsers;
import dev.parley.people.FollowLists;
import dev.parley.people.Profile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * The replies that here are other than what Parley's own protocol says to the same request, beyond
 * the {@link Shapes} of the data.
 */
@ApplicationScoped
public class Replies {

  private static final int MOST = 1000;

  @Inject OnlineUsers online;
  @Inject ConversationKinds kinds;
  @Inject GroupViews groups;
  @Inject FollowLists follows;
  @Inject NoticeShapes notices;

  /** How one type's reply is made of the data of Parley's own. */
  private interface Reply {
    Object of(Caller caller, JsonNode payload, Object data);
  }

  private final Map<String, Reply> own =
      Map.ofEntries(
          Map.entry("onlineUsers", (caller, payload, data) -> acquaintances(caller)),
          Map.entry("userGroups", (caller, payload, data) -> groups(caller, (List<?>) data)),
          Map.entry("getUserProfile", (caller, payload, data) -> profile(caller, (Profile) data)),
          Map.entry("followUser", (caller, payload, data) -> new Followed(whom(payload), data)),
          Map.entry("acceptFollowRequest", (caller, payload, data) -> answered(payload, data)),
          Map.entry("declineFollowRequest", (caller, payload, data) -> answered(payload, data)),
          Map.entry("leaveGroup", (caller, payload, data) -> ""),
          Map.entry("setUserOptionForEvent", (caller, payload, data) -> payload),
          Map.entry("changeUserOptionForEvent", (caller, payload, data) -> payload),
          Map.entry("searchGroupsUsers", (caller, payload, data) -> all(data)),
          Map.entry("searchNotCloseFriends", (caller, payload, data) -> all(data)),
          Map.entry("getUserNotifications", (caller, payload, data) -> notices.all((List<?>) data)),
          Map.entry("getChatList", (caller, payload, data) -> chats((List<?>) data)));

  private record Followed(String id, Object followStatus) {}

  private record Answered(@JsonProperty("Id") JsonNode id, @JsonProperty("UserID") Object userId) {}

  private record ProfileOf(
      String id,
      String userName,
      String email,
      Instant dateCreate,
      Instant dateOfBirth,
      String gender,
      String firstName,
      String lastName,
      int profileType,
      @JsonInclude(Include.NON_NULL) List<Object> followers,
      @JsonInclude(Include.NON_NULL) List<Object> followings,
      @JsonInclude(Include.NON_NULL) String profileImg,
      @JsonInclude(Include.NON_EMPTY) String aboutMe) {}

  /** The data of a reply in this system's shape. */
  Object of(Caller caller, String type, JsonNode payload, Object data) {
    Reply reply = own.get(type);
    return reply == null ? Shapes.of(data) : reply.of(caller, payload, data);
  }

  private Object acquaintances(Caller caller) {
    return Shapes.of(online.acquaintances(caller));
  }

  /** Lists of these types are never null. */
  private static Object all(Object data) {
    return data instanceof List<?> list ? Shapes.all(list) : data;
  }

  /** Private ones and groups: this system has no other. */
  private Object chats(List<?> chats) {
    return Shapes.all(
        chats.stream()
            .filter(
                chat ->
                    kinds
                        .of(Long.parseLong(((ChatList.Entry) chat).id()))
                        .filter(kind -> kind == Kind.PRIVATE || kind == Kind.GROUP)
                        .isPresent())
            .toList());
  }

  private Object groups(Caller caller, List<?> briefs) {
    List<Long> ids =
        briefs.stream().map(brief -> Long.parseLong(((Group.Brief) brief).id())).toList();
    return Shapes.all(groups.briefly(caller, ids));
  }

  private Object profile(Caller caller, Profile profile) {
    long id = Long.parseLong(profile.id());
    return new ProfileOf(
        profile.id(),
        profile.userName(),
        profile.email(),
        Shapes.orNever(profile.dateCreate()),
        Shapes.orNever(profile.dateBirth()),
        profile.gender(),
        profile.firstName(),
        profile.lastName(),
        profile.profileType(),
        Shapes.nullIfEmpty(Shapes.all(follows.followers(caller, id, null, MOST).items())),
        Shapes.nullIfEmpty(Shapes.all(follows.following(caller, id, null, MOST).items())),
        Shapes.picture("profile", profile.id(), profile.picture()),
        profile.aboutMe());
  }

  private static Answered answered(JsonNode payload, Object data) {
    JsonNode id = payload.isObject() ? member(payload, "id") : payload;
    return new Answered(id, ((Map<?, ?>) data).get("userID"));
  }

  private static String whom(JsonNode payload) {
    return (payload.isObject() ? member(payload, "userID") : payload).asString();
  }

  private static JsonNode member(JsonNode payload, String name) {
    return payload.properties().stream()
        .filter(member -> member.getKey().equalsIgnoreCase(name))
        .findFirst()
        .map(Map.Entry::getValue)
        .orElseThrow();
  }
}
