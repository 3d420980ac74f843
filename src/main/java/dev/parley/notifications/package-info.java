/**
 * What people are told of, apart from messages: requests and invitations with their answers, what
 * happens in groups and to posts, and that there is something new in a chat that is closed.
 *
 * <p>What happens elsewhere is observed in progress, so that it and the notification commit
 * together; nothing here is known there. Only messages are different: see {@link
 * dev.parley.notifications.ChatNotifications}. A notification holds ids; its text is made of the
 * names as they are when it is read.
 */
package dev.parley.notifications;
