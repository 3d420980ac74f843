/**
 * Social groups and their events.
 *
 * <p>A group is a conversation of kind group that is made known to everybody: its members are the
 * conversation's, and the moderators are those of them who administrate it. Whoever is not in it
 * learns its name, its description, who made it and how many are in it; everything else is part of
 * queries that begin at the viewer's membership.
 *
 * <p>Nobody is put into a group: one is asked ({@link dev.parley.groups.Groups#invite}) or asks
 * oneself ({@link dev.parley.groups.Groups#ask}). What happens is told by {@link
 * dev.parley.groups.GroupEvent}s, in progress, so that notifications commit with it.
 *
 * <p>An event of a group is an {@link dev.parley.groups.Occasion} here: the word event is CDI's.
 */
package dev.parley.groups;
