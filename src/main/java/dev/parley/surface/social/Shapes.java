package dev.parley.surface.social;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.conversations.ChatList;
import dev.parley.groups.Group;
import dev.parley.groups.Occasion;
import dev.parley.notifications.Notification;
import dev.parley.overview.OnlineUsers;
import dev.parley.people.Acquaintance;
import dev.parley.posts.Post;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * How this system writes what Parley says otherwise: empty lists are {@code null}, zeros are left
 * out where it does so, and what may be missing in a notification is an object of its own.
 */
final class Shapes {

  /** What it writes where it knows of no time, or does not tell. */
  static final Instant NEVER = Instant.parse("0001-01-01T00:00:00Z");

  private static final Map<Class<?>, Function<Object, Object>> OWN =
      Map.of(
          Post.class, data -> PostShapes.of((Post) data),
          Acquaintance.class, data -> User.of((Acquaintance) data),
          Group.View.class, data -> GroupOf.of((Group.View) data),
          Group.Member.class, data -> User.of((Group.Member) data),
          Group.Outsider.class, data -> User.of((Group.Outsider) data),
          Group.Entry.class, data -> Entry.of((Group.Entry) data),
          Occasion.View.class, data -> Event.of((Occasion.View) data),
          ChatList.Entry.class, data -> Chat.of((ChatList.Entry) data),
          OnlineUsers.Acquaintance.class, data -> Online.of((OnlineUsers.Acquaintance) data));

  private Shapes() {}

  /** Data of any kind in this system's shape. What has none of its own stays as it is. */
  static Object of(Object data) {
    if (data instanceof List<?> list) {
      return nullIfEmpty(all(list));
    }
    Function<Object, Object> shape = data == null ? null : OWN.get(data.getClass());
    return shape == null ? data : shape.apply(data);
  }

  /** All of a list, which stays one when it is empty. */
  static List<Object> all(List<?> list) {
    return list.stream().map(Shapes::of).toList();
  }

  static <T> List<T> nullIfEmpty(List<T> list) {
    return list == null || list.isEmpty() ? null : list;
  }

  /** Where a picture is, or null when there is none. */
  static String picture(String kind, String id, String address) {
    return address == null ? null : "img/" + kind + "/" + PictureFile.name(id);
  }

  /** Somebody. */
  record User(String id, String userName, @JsonInclude(Include.NON_NULL) String profileImg) {

    static User of(String id, String userName, String picture) {
      return new User(id, userName, picture("profile", id, picture));
    }

    static User of(Acquaintance somebody) {
      return of(somebody.id(), somebody.userName(), somebody.picture());
    }

    static User of(Group.Member member) {
      return of(member.id(), member.userName(), member.picture());
    }

    static User of(Group.Outsider somebody) {
      return of(somebody.id(), somebody.userName(), somebody.picture());
    }
  }

  /**
   * Somebody who is online.
   *
   * @param dateOfBirth never told of others
   * @param lastMessageDate when one last wrote with them; left out when never
   */
  record Online(
      String id,
      String userName,
      Instant dateCreate,
      Instant dateOfBirth,
      int profileType,
      @JsonInclude(Include.NON_NULL) Instant lastMessageDate) {

    static Online of(OnlineUsers.Acquaintance somebody) {
      return new Online(
          somebody.id(),
          somebody.userName(),
          orNever(somebody.dateCreate()),
          NEVER,
          somebody.profileType(),
          somebody.lastMessageDate());
    }
  }

  static Instant orNever(Instant time) {
    return time == null ? NEVER : time;
  }

  /** A group. Its posts are asked for apart. */
  record GroupOf(
      String id,
      String name,
      String description,
      @JsonProperty("creator_id") String creatorId,
      Instant dateCreate,
      List<Object> members,
      List<Object> posts) {

    static GroupOf of(Group.View group) {
      return new GroupOf(
          group.id(),
          group.name(),
          group.description(),
          group.creatorID(),
          group.dateCreate(),
          nullIfEmpty(all(group.members())),
          null);
    }
  }

  /**
   * A chat.
   *
   * @param id by what one opens it: the other person of a private one, or the group
   */
  record Chat(String id, String name, int type) {

    static Chat of(ChatList.Entry chat) {
      boolean pair = chat.type() == ChatList.Entry.PRIVATE;
      return new Chat(pair ? chat.userID() : chat.id(), chat.name(), chat.type());
    }
  }

  /** Somebody who was asked or taken into a group. */
  record Entry(String groupID, String userID, String userName) {

    static Entry of(Group.Entry entry) {
      return new Entry(entry.groupID(), entry.userID(), entry.userName());
    }
  }

  /** An event; who comes is told of a single one. */
  record Event(
      String id,
      String title,
      String description,
      Instant dateCreate,
      Instant dateEvent,
      String groupID,
      String creatorID,
      String creatorName,
      List<Occasion.Option> userOptions) {

    static Event of(Occasion.View event) {
      return new Event(
          event.id(),
          event.title(),
          event.description(),
          event.dateCreate(),
          event.dateEvent(),
          event.groupID(),
          event.creatorID(),
          event.creatorName(),
          nullIfEmpty(event.userOptions()));
    }
  }

  /** A text that may be missing. */
  record Text(@JsonProperty("String") String string, @JsonProperty("Valid") boolean valid) {

    static Text of(String text) {
      return new Text(text == null ? "" : text, text != null);
    }
  }

  /** A notification; {@link NoticeShapes} knows which group one of a chat names. */
  record Notice(
      long id,
      String userId,
      Text fromUserId,
      String type,
      String body,
      Text groupId,
      Text postId,
      int read,
      Instant dateCreate) {

    static Notice of(Notification.View notice, String groupId) {
      return new Notice(
          notice.id(),
          notice.userId(),
          Text.of(notice.fromUserId()),
          notice.type(),
          notice.body(),
          Text.of(groupId),
          Text.of(notice.postId()),
          notice.read(),
          notice.dateCreate());
    }
  }
}
