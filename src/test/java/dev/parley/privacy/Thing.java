package dev.parley.privacy;

import java.util.List;
import java.util.Locale;

/** What operations are done to, and by which members of a payload it is named. */
enum Thing {
  /** Somebody. */
  PERSON("userID", "recepientID"),
  /** What somebody tells of themselves. */
  PROFILE,
  /** Somebody's e-mail address and birthday. */
  ADDRESS,
  /** Somebody's followers and whom they follow. */
  FAN,
  /** Somebody who asks to follow; named is who asks. */
  ASKER("userID"),
  /** Somebody's picture. */
  AVATAR,
  /** An account, for those who administrate it. */
  ACCOUNT,
  SESSION("sessionID"),
  POST("postID", "messageID"),
  COMMENT("commentID", "messageID"),
  /** Of a post or a comment. */
  PICTURE,
  CATEGORY("categoryID"),
  /** A conversation. */
  CHAT("chatID", "groupID"),
  MESSAGE("messageID"),
  /** Hangs on a message. */
  FILE,
  /** What somebody has begun to write. */
  DRAFT,
  /** Invites to a conversation. */
  LINK("inviteID"),
  /** The secret of such a one, which is a right in itself. */
  CODE("code"),
  /** A social group, of which everybody may know. */
  GROUP("groupID"),
  EVENT("eventID"),
  /** A file that is used for nothing yet. */
  UPLOAD("pictureID", "attachmentIDs"),
  /** A notification that asks to follow. */
  FOLLOW_QUESTION("notificationID"),
  /** A notification that asks to come into a group. */
  JOIN_QUESTION("notificationID"),
  /** A notification that invites. */
  INVITATION("notificationID");

  private final List<String> names;

  Thing(String... names) {
    this.names = List.of(names);
  }

  static Thing named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT).replace(' ', '_'));
  }

  List<String> names() {
    return names;
  }

  /** Who may not touch it is told so whether or not it is there. */
  boolean isForOfficeOnly() {
    return this == ACCOUNT || this == CATEGORY;
  }
}
