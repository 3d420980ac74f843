/** What three or more features need, and nothing else. */
package dev.parley.kernel;
