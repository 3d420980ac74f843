package dev.parley.accounts;

import java.util.List;

/** What happened to sessions. */
public sealed interface LoginEvent {

  /** These sessions prove nothing any more. */
  record Ended(long accountId, List<Long> loginIds) implements LoginEvent {}
}
