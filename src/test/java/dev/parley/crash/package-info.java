/**
 * A trial that anyone can run on their own installation: people write while the server is killed,
 * or while PostgreSQL is stopped at once or halted, and at the end every acknowledged message must
 * be there exactly once and in the acknowledged order. {@link dev.parley.crash.CrashTrial} is the
 * program.
 */
package dev.parley.crash;
