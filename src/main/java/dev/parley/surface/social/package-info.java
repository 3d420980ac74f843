/**
 * The social network as its first browser client speaks it: HTTP under the root, {@code /websocket}
 * for everything, and a socket for each chat that is open.
 *
 * <p>The messages have the names and the envelope of Parley's own protocol, so that a request runs
 * as it would there; what differs is the shape of the data, and {@link
 * dev.parley.surface.social.Shapes} makes that for replies and pushes alike. The session is proved
 * by {@link dev.parley.surface.social.SocialCookie a cookie that the client itself keeps}.
 */
package dev.parley.surface.social;
