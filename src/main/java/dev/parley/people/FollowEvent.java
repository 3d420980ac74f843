package dev.parley.people;

/**
 * What became of the following of one person by another. When an account is deleted nothing is told
 * of those who followed it or whom it followed: there is an event of the account itself.
 */
public sealed interface FollowEvent {

  /** Who follows, has asked to, or did. */
  long followerId();

  /** Whom. */
  long followedId();

  /** The follower has asked to follow a private profile. */
  record Requested(long followerId, long followedId) implements FollowEvent {}

  /** The follower follows a public profile, without having to ask. */
  record Followed(long followerId, long followedId) implements FollowEvent {}

  /** The request was accepted, by its own answer or since the profile is public now. */
  record Accepted(long followerId, long followedId) implements FollowEvent {}

  /** The request was declined. */
  record Declined(long followerId, long followedId) implements FollowEvent {}

  /** The follower has withdrawn the request, or a block ended it. */
  record Withdrawn(long followerId, long followedId) implements FollowEvent {}

  /** The follower follows no more; or a block ended that. */
  record Ended(long followerId, long followedId) implements FollowEvent {}

  /** Whether it begins or ends that the one follows the other; asking to changes nothing yet. */
  default boolean changesWhoFollows() {
    return this instanceof Followed || this instanceof Accepted || this instanceof Ended;
  }
}
