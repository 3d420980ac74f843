package dev.parley.incontainer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.accounts.Accounts;
import dev.parley.accounts.Logins;
import dev.parley.groups.GroupChanges;
import dev.parley.groups.GroupEvent;
import dev.parley.groups.Groups;
import dev.parley.groups.Occasion;
import dev.parley.groups.Occasions;
import dev.parley.groups.Reminders;
import dev.parley.harness.ParleyServer;
import dev.parley.kernel.Caller;
import dev.parley.kernel.Role;
import dev.parley.kernel.Sql;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What features hear that build on groups, and how often. */
class GroupEventsIT extends ParleyServer {

  @Inject Accounts accounts;
  @Inject GroupChanges changes;
  @Inject Groups groups;
  @Inject Occasions occasions;
  @Inject Reminders reminders;
  @Inject HeardGroupEvents heard;
  @Inject Sql sql;
  @Inject UserTransaction transaction;

  @Test
  void eachStepOnTheWayIntoAGroupIsHeardOnce() {
    Caller ann = somebody();
    Caller ben = somebody();
    long group = group(ann);
    long a = ann.accountId();
    long b = ben.accountId();
    groups.invite(ann, group, b);
    groups.declineInvitation(ben, group);
    groups.ask(ben, group);
    groups.declineRequest(ann, group, b);
    groups.ask(ben, group);
    groups.declineRequest(ben, group, b);
    groups.ask(ben, group);
    groups.invite(ann, group, b);
    groups.leave(ben, group);
    groups.invite(ann, group, b);
    groups.acceptInvitation(ben, group);
    assertEquals(
        List.of(
            new GroupEvent.Invited(group, b, a),
            new GroupEvent.InvitationDeclined(group, b, a),
            new GroupEvent.Requested(group, b, List.of(a)),
            new GroupEvent.RequestDeclined(group, b, a),
            new GroupEvent.Requested(group, b, List.of(a)),
            new GroupEvent.RequestWithdrawn(group, b),
            new GroupEvent.Requested(group, b, List.of(a)),
            new GroupEvent.RequestAccepted(group, b, a),
            new GroupEvent.Invited(group, b, a),
            new GroupEvent.InvitationAccepted(group, b, a)),
        heard.in(group));
  }

  @Test
  void ofManyServersThatRemindAtOnceOneDoesIt() throws Exception {
    Caller ann = somebody();
    long group = group(ann);
    for (int i = 0; i < 30; i++) {
      String when = Instant.now().plusSeconds(200_000).toString();
      Occasion.View made =
          occasions.create(ann, group, new Occasion.Draft("event " + i, null, when));
      occasions.answer(ann, Long.parseLong(made.id()), true);
    }
    transaction.begin();
    sql.update(
        "UPDATE events SET starts_at = now() + interval '30 minutes' WHERE conversation_id = ?",
        group);
    transaction.commit();
    ExecutorService servers = Executors.newFixedThreadPool(6);
    CompletableFuture.allOf(
            Stream.generate(() -> CompletableFuture.runAsync(reminders::remind, servers))
                .limit(6)
                .toArray(CompletableFuture[]::new))
        .join();
    servers.shutdown();
    // The server's own clock may have taken some, and be at it still.
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (reminded(group).size() < 30 && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    reminders.remind();
    assertEquals(30, reminded(group).size());
    assertEquals(30, reminded(group).stream().distinct().count());
  }

  private List<Long> reminded(long group) {
    return heard.in(group).stream()
        .filter(event -> event instanceof GroupEvent.EventReminder)
        .map(event -> ((GroupEvent.EventReminder) event).eventId())
        .toList();
  }

  private long group(Caller owner) {
    return Long.parseLong(changes.create(owner, "in the container", "").id());
  }

  private Caller somebody() {
    Logins.Opened opened =
        accounts.register("ge-" + Long.toString(System.nanoTime(), 36), null, null, null, "test");
    return new Caller(
        Long.parseLong(opened.account().id()),
        Long.parseLong(opened.session().id()),
        opened.account().name(),
        Role.USER);
  }
}
