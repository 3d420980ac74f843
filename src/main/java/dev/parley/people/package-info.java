/**
 * The people one can find and write to, and whom one blocks.
 *
 * <p>A block is told by a {@link dev.parley.people.BlockEvent}; what it means for a conversation is
 * the conversations' business.
 */
package dev.parley.people;
