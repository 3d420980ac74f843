/**
 * Accounts and their sessions: registering, guests, logging in and out, passwords, changing and
 * deleting accounts.
 *
 * <p>A deleted account keeps its row, because what it wrote stays, and nothing of who it was. Other
 * features observe {@link dev.parley.accounts.AccountEvent} in progress to do their part.
 *
 * <p>A session is an opaque token. The device keeps the token, the database only its hash.
 */
package dev.parley.accounts;
