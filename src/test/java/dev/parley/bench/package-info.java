/**
 * A load on the built server, over its own WebSocket protocol and REST, with figures that stand
 * next to what the same PostgreSQL does in one-row INSERT transactions in the same run. Every
 * workload also checks that each receiver got every message exactly once and in order: a figure of
 * a server that loses messages says nothing. {@link dev.parley.bench.LoadBenchmark} is the program.
 *
 * <p>The WebSocket client is written by hand because the load shares the machine with the server: a
 * few selector threads, no object per message, no JSON tree.
 */
package dev.parley.bench;
