package dev.parley.realtime;

import dev.parley.notifications.Notification;
import dev.parley.notifications.NotificationEvent;
import dev.parley.notifications.Notifications;
import dev.parley.people.OnlinePeople;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Tells people of their notifications, at once, but what comes within a tenth of a second together.
 * One thread reads how it is and tells that: what is told last is then what was true last, in
 * whatever order the transactions came to an end.
 */
@ApplicationScoped
public class Notices {

  private static final long INTERVAL_MILLIS = 100;

  @Resource ManagedThreadFactory threads;
  @Inject Broker broker;
  @Inject Notifications notifications;
  @Inject OnlinePeople online;

  private final Coalescer<Long, News> news =
      new Coalescer<>(INTERVAL_MILLIS, News::both, this::tell);

  /**
   * What is to be told.
   *
   * @param ids new notifications
   * @param others whether older ones have changed, too
   */
  private record News(Set<Long> ids, boolean others) {
    static News both(News before, News now) {
      Set<Long> ids = new TreeSet<>(before.ids);
      ids.addAll(now.ids);
      return new News(ids, before.others || now.others);
    }
  }

  @PostConstruct
  void start() {
    threads.newThread(news).start();
  }

  @PreDestroy
  void stop() {
    news.stop();
  }

  /** Notes what has been committed. */
  void note(NotificationEvent event) {
    if (event instanceof NotificationEvent.Made made) {
      made.ids().forEach((id, ids) -> note(id, new News(new TreeSet<>(ids), false)));
    } else if (event instanceof NotificationEvent.Changed changed) {
      changed.accountIds().forEach(id -> note(id, new News(Set.of(), true)));
    }
  }

  /** Who is not here gets it with the snapshot; one is here before one asks for that. */
  private void note(long accountId, News now) {
    if (online.contains(accountId)) {
      news.note(accountId, now);
    }
  }

  private void tell(long accountId, News told) {
    for (Notification.View one : notifications.unread(accountId, told.ids())) {
      broker.publish(new Publication.ToAccount(accountId, new Item("newNotification", one)));
    }
    Map<String, Object> now = new HashMap<>();
    now.put("unread", notifications.unreadCount(accountId));
    if (told.others()) {
      List<Notification.View> unread = notifications.unread(accountId);
      now.put("notifications", unread);
    }
    broker.publish(new Publication.ToAccount(accountId, new Item("notificationsChanged", now)));
  }
}
