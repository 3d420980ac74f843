package dev.parley.accounts;

/** What happened to accounts. */
public sealed interface AccountEvent {

  /** The account it happened to. */
  long accountId();

  /** Somebody new is here. */
  record Registered(long accountId) implements AccountEvent {}

  /**
   * Others learn how far this person has read, or not any more.
   *
   * @param view the account as its owner sees it
   */
  record ReceiptsSwitched(long accountId, Account.View view) implements AccountEvent {}

  /**
   * Somebody has another name or address.
   *
   * @param view the account as its owner sees it
   */
  record Changed(long accountId, Account.View view) implements AccountEvent {}

  /** Somebody is about to go; the name is gone already. */
  record Leaving(long accountId) implements AccountEvent {}

  /** Somebody is gone. */
  record Deleted(long accountId) implements AccountEvent {}
}
