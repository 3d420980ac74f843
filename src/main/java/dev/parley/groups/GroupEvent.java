package dev.parley.groups;

import java.util.List;

/**
 * What happened in a group, fired in progress. That somebody came, went, or got another role is a
 * {@link dev.parley.conversations.ConversationEvent}.
 */
public sealed interface GroupEvent {

  /** The group it happened in. */
  long groupId();

  /** A member has asked somebody to come in. */
  record Invited(long groupId, long accountId, long inviterId) implements GroupEvent {}

  /** The invited one is a member now. */
  record InvitationAccepted(long groupId, long accountId, long inviterId) implements GroupEvent {}

  /** The invited one does not want to. */
  record InvitationDeclined(long groupId, long accountId, long inviterId) implements GroupEvent {}

  /** Somebody asks to be taken in; the moderators are those who may answer. */
  record Requested(long groupId, long accountId, List<Long> moderatorIds) implements GroupEvent {}

  /** Who had asked is a member now. */
  record RequestAccepted(long groupId, long accountId, long byAccountId) implements GroupEvent {}

  /** Who had asked is not taken in. */
  record RequestDeclined(long groupId, long accountId, long byAccountId) implements GroupEvent {}

  /** Who had asked does not ask any more. */
  record RequestWithdrawn(long groupId, long accountId) implements GroupEvent {}

  /** Something about an event of the group that its members are told. */
  sealed interface OfOccasion extends GroupEvent {

    long eventId();

    /** What the members are told. */
    Occasion.News news();

    /** Everybody in the group. */
    List<Long> memberIds();
  }

  /** There is a new event. */
  record EventCreated(
      long groupId, long eventId, long byAccountId, Occasion.News news, List<Long> memberIds)
      implements OfOccasion {}

  /** An event has another title, description or time. */
  record EventChanged(
      long groupId, long eventId, long byAccountId, Occasion.News news, List<Long> memberIds)
      implements OfOccasion {}

  /** A member has said whether they come. */
  record EventAnswered(
      long groupId, long eventId, long byAccountId, Occasion.News news, List<Long> memberIds)
      implements OfOccasion {}

  /** An event will not be. */
  record EventDeleted(
      long groupId, long eventId, long byAccountId, Occasion.News news, List<Long> memberIds)
      implements OfOccasion {}

  /**
   * An event is near.
   *
   * @param reminder what those who come are told
   * @param accountIds those who said that they come
   */
  record EventReminder(
      long groupId, long eventId, Occasion.Reminder reminder, List<Long> accountIds)
      implements GroupEvent {}
}
