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
}
