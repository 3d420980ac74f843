/**
 * The forum with chat: posts, comments and votes over HTTP, and one socket for everything about
 * chats. People are known by number and, where they meet live, by their public handle, the {@code
 * uuid}; who acts is whose session it is, and an id that says otherwise is refused.
 *
 * <p>Its client's scripts read the session's cookie. So such a session counts in this cookie, at
 * these addresses, and nowhere else.
 */
package dev.parley.surface.forum;
