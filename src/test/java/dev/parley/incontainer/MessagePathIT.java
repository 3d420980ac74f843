package dev.parley.incontainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.accounts.Accounts;
import dev.parley.accounts.Logins;
import dev.parley.conversations.Conversations;
import dev.parley.conversations.Kind;
import dev.parley.conversations.MemberChanges;
import dev.parley.conversations.MembershipRole;
import dev.parley.conversations.Memberships;
import dev.parley.harness.ParleyServer;
import dev.parley.kernel.Caller;
import dev.parley.kernel.Code;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.Role;
import dev.parley.messages.History;
import dev.parley.messages.Messages;
import dev.parley.messages.Receipt;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class MessagePathIT extends ParleyServer {

  @Inject Accounts accounts;
  @Inject Conversations conversations;
  @Inject Memberships memberships;
  @Inject MemberChanges members;
  @Inject Messages messages;
  @Inject History history;
  @Inject UserTransaction transaction;

  @Test
  void manySendsAtOnceGetNumbersInTheOrderInWhichTheyWereAccepted() throws Exception {
    Caller ann = somebody();
    long chat = group(ann);
    long before = history.read(ann, chat, null, null, null, 1).last();
    List<CompletableFuture<Receipt>> receipts = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      receipts.add(messages.send(ann, chat, Messages.Draft.of("m" + i, "k" + i)));
    }
    List<Long> numbers = new ArrayList<>();
    for (CompletableFuture<Receipt> receipt : receipts) {
      numbers.add(receipt.get(15, TimeUnit.SECONDS).seq());
    }
    assertEquals(LongStream.rangeClosed(before + 1, before + 1000).boxed().toList(), numbers);
  }

  @Test
  void aServiceRefusesAStrangerWhicheverSurfaceAsks() {
    Caller ann = somebody();
    Caller eve = somebody();
    long chat = group(ann);
    assertEquals(Code.NOT_FOUND, refusal(() -> memberships.require(eve, chat)));
    assertEquals(Code.NOT_FOUND, refusal(() -> history.read(eve, chat, null, null, null, 10)));
    assertEquals(
        Code.NOT_FOUND, refusal(() -> conversations.update(eve, chat, "mine", null, null)));
    assertEquals(Code.NOT_FOUND, refusal(() -> conversations.delete(eve, chat)));
    assertEquals(
        Code.NOT_FOUND,
        refusal(() -> members.add(eve, chat, eve.accountId(), MembershipRole.ADMIN)));
    CompletableFuture<Receipt> sent = messages.send(eve, chat, Messages.Draft.of("let me in", "k"));
    Throwable cause =
        assertThrows(Exception.class, () -> sent.get(15, TimeUnit.SECONDS)).getCause();
    assertEquals(Code.NOT_FOUND, ((Refusal) cause).code());
  }

  @Test
  void aChangeThatIsRolledBackLeavesNoNumberBehind() throws Exception {
    Caller ann = somebody();
    long chat = group(ann);
    long before = conversations.update(ann, chat, "before", null, null).ev();
    transaction.begin();
    try {
      conversations.update(ann, chat, "never", null, null);
    } finally {
      transaction.rollback();
    }
    assertTrue(conversations.update(ann, chat, "after", null, null).ev() <= before + 2);
    assertTrue(
        history.read(ann, chat, null, null, null, 100).messages().stream()
            .noneMatch(m -> m.content().contains("never")));
  }

  private Caller somebody() {
    Logins.Opened opened =
        accounts.register("in-" + Long.toString(System.nanoTime(), 36), null, null, null, "test");
    assertNotNull(opened.token());
    return new Caller(
        Long.parseLong(opened.account().id()),
        Long.parseLong(opened.session().id()),
        opened.account().name(),
        Role.USER);
  }

  private long group(Caller owner) {
    return Long.parseLong(
        conversations.create(owner, Kind.GROUP, "in the container", List.of()).view().id());
  }

  private static Code refusal(Runnable work) {
    return assertThrows(Refusal.class, work::run).code();
  }
}
