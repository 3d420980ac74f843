package dev.parley.realtime;

import dev.parley.messages.Receipts;
import dev.parley.messages.Unread;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What is told soon instead of at once, because it comes often and only its latest state matters:
 * other people's read marks, and new messages in the background. See {@link Passages} for presence.
 */
@ApplicationScoped
public class Soon {

  private static final long INTERVAL_MILLIS = 1000;

  @Resource ManagedThreadFactory threads;
  @EJB Hub hub;
  @Inject Receipts receipts;
  @Inject Unread unread;

  /** By conversation: who has read, and whether they have just changed who may know. */
  private final Coalescer<Long, Map<Long, Boolean>> marks =
      new Coalescer<>(INTERVAL_MILLIS, Soon::either, this::tellMarks);

  private final Coalescer<Long, Background> background =
      new Coalescer<>(INTERVAL_MILLIS, Background::both, this::tellBackground);

  /** By conversation: up to which message somebody's unread ones were counted when they changed. */
  private final Coalescer<Long, Map<Long, Long>> counts =
      new Coalescer<>(INTERVAL_MILLIS, Coalescer::later, this::countAgain);

  @PostConstruct
  void start() {
    threads.newThread(marks).start();
    threads.newThread(background).start();
    threads.newThread(counts).start();
  }

  @PreDestroy
  void stop() {
    marks.stop();
    background.stop();
    counts.stop();
  }

  /** Somebody has read; for the others in the conversation. */
  void read(long conversationId, long accountId) {
    marks.note(conversationId, Map.of(accountId, false));
  }

  /** Somebody lets others know how far they have read, or not any more. */
  void switched(long conversationId, long accountId) {
    marks.note(conversationId, Map.of(accountId, true));
  }

  /**
   * Somebody was told what is unread, up to a message. Others may have been told of later ones
   * before that, and this person too: then they must hear it again.
   */
  void counted(long conversationId, long accountId, long seq) {
    counts.note(conversationId, Map.of(accountId, seq));
  }

  /** There are new messages for those who keep the conversation in the background. */
  void background(long conversationId, Background news) {
    background.note(conversationId, news);
  }

  private void tellMarks(long conversationId, Map<Long, Boolean> accounts) {
    for (Receipts.Seen seen : receipts.seen(conversationId, accounts.keySet())) {
      boolean switched = accounts.get(seen.accountId());
      if (seen.seq() != null || switched) {
        Map<String, Object> mark = new HashMap<>();
        mark.put("chatID", Long.toString(conversationId));
        mark.put("userID", Long.toString(seen.accountId()));
        mark.put("seq", seen.seq());
        hub.toOthers(
            conversationId,
            switched ? Set.of() : Set.of(seen.accountId()),
            new Item("readMark", mark));
      }
    }
  }

  private void tellBackground(long conversationId, Background news) {
    unread
        .in(conversationId, news.accountIds())
        .forEach(
            (accountId, count) -> {
              Map<String, Object> activity = new HashMap<>();
              activity.put("chatID", Long.toString(conversationId));
              activity.put("ev", news.ev());
              activity.put("unread", count.unread());
              activity.put("mentions", count.mentions());
              activity.put("counted", count.counted());
              activity.put("ownRev", count.rev());
              if (news.seq() > 0) {
                activity.put("seq", news.seq());
              }
              hub.activity(
                  accountId, conversationId, news.recount(), new Item("chatActivity", activity));
            });
  }

  private void countAgain(long conversationId, Map<Long, Long> counted) {
    unread
        .last(conversationId)
        .ifPresent(
            last -> {
              Set<Long> behind = new HashSet<>(counted.keySet());
              behind.removeIf(accountId -> counted.get(accountId) >= last.seq());
              if (!behind.isEmpty()) {
                background.note(conversationId, new Background(0, last.ev(), false, behind));
              }
            });
  }

  private static Map<Long, Boolean> either(Map<Long, Boolean> before, Map<Long, Boolean> now) {
    Map<Long, Boolean> both = new HashMap<>(before);
    now.forEach((id, yes) -> both.merge(id, yes, Boolean::logicalOr));
    return both;
  }
}
