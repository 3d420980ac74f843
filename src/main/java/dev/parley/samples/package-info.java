/**
 * A place that looks lived in, for who tries Parley out: a dozen people with their chats, groups,
 * posts and an event, made on request in an empty database.
 *
 * <p>The people do what they do by the same services as everybody, in the order in which it is said
 * to have happened; afterwards {@link dev.parley.samples.PastTimes} puts it into the past.
 */
package dev.parley.samples;
