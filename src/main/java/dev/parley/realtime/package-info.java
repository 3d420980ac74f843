/**
 * Live delivery: who has which sockets, what goes to them, in which order, and how slow ones are
 * kept from making others wait.
 *
 * <p>After a transaction commits, {@link dev.parley.realtime.Push} hands what happened to the
 * {@link dev.parley.realtime.Broker}, which gives it to the {@link dev.parley.realtime.Hub} of each
 * node in order. The hub encodes it once and lets each of its {@link dev.parley.realtime.Shard}s
 * deliver it to the accounts that live there. Everything about an account's sockets is touched by
 * its shard's thread only, so nothing there needs a lock.
 */
package dev.parley.realtime;
