package dev.parley.lifecycle;

import dev.parley.attachments.Leftovers;
import dev.parley.conversations.EverybodyRoom;
import dev.parley.conversations.Pairs;
import dev.parley.database.Applications;
import dev.parley.database.ParleyDataSource;
import dev.parley.groups.ReminderClock;
import dev.parley.messages.MessageWriters;
import dev.parley.notifications.ChatNotifying;
import dev.parley.realtime.Hub;
import dev.parley.samples.SampleData;
import dev.parley.search.Indexing;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The order in which things start and stop. Start: a database that answers, its migrations, then
 * everything else. Stop: no new requests, what was accepted is stored, sockets are closed with a
 * code that says come back, then the database may go.
 */
@Singleton
@Startup
@DependsOn("Hub")
@TransactionManagement(TransactionManagementType.BEAN)
public class Lifecycle {

  private static final Logger LOG = Logger.getLogger(Lifecycle.class.getName());

  @Resource ManagedExecutorService executor;
  @EJB Hub hub;
  @Inject EverybodyRoom everybody;
  @Inject Pairs pairs;
  @Inject MessageWriters writers;
  @Inject Leftovers leftovers;
  @Inject ReminderClock reminders;
  @Inject Indexing indexing;
  @Inject ChatNotifying chatNotifying;
  @Inject SampleData samples;
  @Inject Readiness readiness;
  @Inject Announcement announcement;

  private final Signals signals = new Signals();
  private boolean stopped;

  @PostConstruct
  void start() {
    Applications.started();
    try {
      new Schema(new ParleyDataSource()).prepare();
    } catch (StartupProblem e) {
      giveUp(e);
    }
    everybody.prepare();
    pairs.prepare();
    writers.start();
    leftovers.start();
    reminders.start();
    indexing.start();
    chatNotifying.start();
    samples.prepare();
    readiness.start();
    signals.precede(this::stop);
    executor.execute(announcement);
  }

  private static void giveUp(StartupProblem problem) {
    LOG.log(Level.FINE, "Parley can't start", problem);
    System.out.println("Parley can't start: " + problem.getMessage());
    System.out.flush();
    try {
      ParleyDataSource.abandon();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    // Not exit(): the server would wait for this very start to end. Nothing has been accepted yet.
    Runtime.getRuntime().halt(1);
  }

  @PreDestroy
  void end() {
    stop();
    signals.restore();
  }

  private synchronized void stop() {
    if (stopped) {
      return;
    }
    stopped = true;
    try {
      readiness.stop();
      leftovers.stop();
      reminders.stop();
      writers.stop();
      indexing.stop();
      chatNotifying.stop();
      hub.stop();
    } finally {
      Applications.stopped();
    }
  }
}
