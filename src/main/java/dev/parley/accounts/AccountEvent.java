package dev.parley.accounts;

/** What happened to accounts. */
public sealed interface AccountEvent {

  /** The account it happened to. */
  long accountId();

  /** Somebody new is here. */
  record Registered(long accountId) implements AccountEvent {}
}
