/**
 * The channels of a system that has nothing else: guests who meet in channels. Everybody and every
 * channel is known by a UUID; whatever is refused is {@code {"error": "..."}}.
 *
 * <p>It has two generations of clients, which use different addresses and words for the same.
 */
package dev.parley.surface.channels;
