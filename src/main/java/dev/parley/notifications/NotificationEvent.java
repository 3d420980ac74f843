package dev.parley.notifications;

import java.util.Collection;
import java.util.Map;

/** What happened to notifications. Only their receivers ever learn of it. */
public sealed interface NotificationEvent {

  /**
   * People are told of something.
   *
   * @param ids the new notifications, by receiver
   */
  record Made(Map<Long, Collection<Long>> ids) implements NotificationEvent {}

  /** Some of these people's notifications are read, gone, or say something else. */
  record Changed(Collection<Long> accountIds) implements NotificationEvent {}
}
