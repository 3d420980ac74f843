package dev.parley.overview;

import dev.parley.accounts.Account;
import dev.parley.notifications.Notification;
import dev.parley.people.Person;
import java.util.List;

/**
 * Everything that a client needs to show itself.
 *
 * @param epoch changes when the database was restored; a client then forgets what it keeps
 * @param me the viewer
 * @param chats the one with the newest message first
 * @param gone those of the conversations that were asked for which the viewer no longer sees
 * @param people whom one can write to
 * @param blocked the ids of those whom the viewer blocks
 * @param notifications what is unread of them
 */
public record Snapshot(
    String epoch,
    Account.View me,
    List<Chat> chats,
    List<String> gone,
    List<Person> people,
    List<String> blocked,
    List<Notification.View> notifications) {}
