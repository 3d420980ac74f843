/**
 * The people one can find and write to, what they show of themselves and to whom, whom one follows,
 * and whom one blocks.
 *
 * <p>A block is told by a {@link dev.parley.people.BlockEvent}; what it means for a conversation is
 * the conversations' business. What becomes of a follow is told by a {@link
 * dev.parley.people.FollowEvent}. Who may see whose profile and posts is said by {@link
 * dev.parley.people.Viewers} alone, and who may write to whom by {@link
 * dev.parley.people.Correspondence}.
 */
package dev.parley.people;
