package dev.parley.notifications;

import dev.parley.conversations.OpenChats;
import dev.parley.messages.Message;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The thread that makes notifications of new messages. It is apart from those that store messages,
 * and rests as long as it worked, so that sending does not become slower by it.
 */
@ApplicationScoped
public class ChatNotifying {

  private static final Logger LOG = Logger.getLogger(ChatNotifying.class.getName());

  private static final long REST_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
  private static final long FAILURE_NANOS = TimeUnit.SECONDS.toNanos(2);
  private static final long STOP_MILLIS = TimeUnit.SECONDS.toMillis(5);

  /** So many conversations are looked at with one query. */
  private static final int MOST_CONVERSATIONS = 100;

  @Resource ManagedThreadFactory threads;
  @Inject ChatNotifications notifications;
  @Inject OpenChats open;

  private final Map<Long, ChatNews> news = new ConcurrentHashMap<>();
  private final Set<Long> recount = ConcurrentHashMap.newKeySet();
  private final CountDownLatch stopping = new CountDownLatch(1);
  private Thread thread;

  /** Starts the thread; to be called once, when the database is ready. */
  public void start() {
    thread = threads.newThread(this::run);
    thread.setName("chat-notifications");
    thread.start();
  }

  /** Ends the thread when it has done what it is at. */
  @PreDestroy
  public synchronized void stop() {
    stopping.countDown();
    try {
      if (thread != null) {
        thread.join(STOP_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    thread = null;
  }

  /**
   * Notes messages of one conversation that are committed. On the thread that sends: only notes.
   */
  public void stored(List<Message.View> messages) {
    ChatNews latest = ChatNews.of(messages);
    if (latest != null) {
      news.merge(Long.parseLong(messages.get(0).chatID()), latest, ChatNews::both);
    }
  }

  /** Notes a conversation in which something unread may have been deleted. */
  public void recount(long conversationId) {
    recount.add(conversationId);
  }

  private void run() {
    try {
      long rest = REST_NANOS;
      while (!stopping.await(rest, TimeUnit.NANOSECONDS)) {
        long began = System.nanoTime();
        rest = step() ? Math.max(System.nanoTime() - began, REST_NANOS) : FAILURE_NANOS;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether it went well. */
  private boolean step() {
    Map<Long, ChatNews> taken = new HashMap<>();
    Set<Long> counted = new HashSet<>();
    try {
      take(taken, counted);
      if (!taken.isEmpty()) {
        tell(taken);
      }
      if (!counted.isEmpty()) {
        notifications.recount(counted);
      }
      return true;
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Notifications of messages could not be made", e);
      taken.forEach((id, missed) -> news.merge(id, missed, ChatNews::both));
      recount.addAll(counted);
      return false;
    }
  }

  private void take(Map<Long, ChatNews> taken, Collection<Long> counted) {
    for (Long id : news.keySet()) {
      if (taken.size() == MOST_CONVERSATIONS) {
        break;
      }
      taken.put(id, news.remove(id));
    }
    for (Long id : List.copyOf(recount)) {
      recount.remove(id);
      counted.add(id);
    }
  }

  private void tell(Map<Long, ChatNews> taken) {
    Map<Long, Set<Long>> due = notifications.due(taken);
    if (due.isEmpty()) {
      return;
    }
    Map<Long, Set<Long>> readers = open.readers(due.keySet());
    due.forEach(
        (id, accountIds) -> {
          accountIds.removeAll(readers.getOrDefault(id, Set.of()));
          if (!accountIds.isEmpty()) {
            notifications.tell(id, taken.get(id), accountIds);
          }
        });
  }
}
