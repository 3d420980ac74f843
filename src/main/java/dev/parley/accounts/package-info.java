/**
 * Accounts and their sessions: registering, guests, logging in and out, passwords.
 *
 * <p>A session is an opaque token. The device keeps the token, the database only its hash.
 */
package dev.parley.accounts;
