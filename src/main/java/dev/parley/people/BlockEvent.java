package dev.parley.people;

/** That somebody does not want to hear from somebody else any more, or does again. */
public sealed interface BlockEvent {

  /** Who blocks; only they ever learn of it. */
  long blockerId();

  /** Who is blocked. */
  long blockedId();

  /** The one blocks the other from now on. */
  record Blocked(long blockerId, long blockedId) implements BlockEvent {}

  /** The one blocks the other no more. */
  record Unblocked(long blockerId, long blockedId) implements BlockEvent {}
}
