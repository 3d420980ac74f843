package dev.parley.notifications;

import java.util.Arrays;

/** What a notification can be about, with its text. */
public enum NotificationKind {
  FOLLOW_REQUEST("follow request", "%1$s wants to follow you"),
  // Two spaces, as its first client shows it.
  JOIN_REQUEST("join group request", "user  %1$s wants to join group %2$s"),
  INVITATION("invite to group", "user %1$s invites you to join group %2$s"),
  JOIN_ACCEPTED("join group request accepted", "your request to join a group has been accepted"),
  JOIN_DECLINED("join group request declined", "your request to join a group has been declined"),
  INVITATION_ACCEPTED(
      "invite to group accepted", "user has accepted the invitation to join a group"),
  INVITATION_REJECTED(
      "invite to group rejected", "user has rejected the invitation to join a group"),
  CHAT_MESSAGE("new chat message", "you have a new message in the chat with %2$s"),
  GROUP_EVENT("new group event", "user %1$s has created the event %3$s in group %2$s"),
  EVENT_REMINDER("group event reminder", "the event %3$s of group %2$s is near"),
  GROUP_POST("group post", "user %1$s has written in group %2$s"),
  COMMENT("comment", "user %1$s has commented on your post"),
  REACTION("reaction", "user %1$s has reacted to what you wrote");

  private final String code;
  private final String text;

  NotificationKind(String code, String text) {
    this.code = code;
    this.text = text;
  }

  /** As it stands in the database and in JSON. */
  public String code() {
    return code;
  }

  /** The kind of a {@link #code()}. */
  static NotificationKind of(String code) {
    return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst().orElseThrow();
  }

  /**
   * What is said.
   *
   * @param who who did it
   * @param where the name of the group, or of the chat
   * @param what the title of the event
   */
  String body(String who, String where, String what) {
    return text.formatted(who, where, what);
  }
}
