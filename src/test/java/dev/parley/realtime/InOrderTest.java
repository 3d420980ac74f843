package dev.parley.realtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.realtime.Publication.ToConversation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class InOrderTest {

  private static final long LONG = TimeUnit.HOURS.toNanos(1);

  private final List<Long> heard = Collections.synchronizedList(new ArrayList<>());

  @Test
  void whatComesTooEarlyWaitsForWhatIsBeforeIt() {
    InOrder inOrder = inOrder(LONG);
    inOrder.accept(change(1, 5, 5));
    inOrder.accept(change(1, 7, 8));
    inOrder.accept(change(1, 9, 9));
    assertEquals(List.of(5L), heard);
    inOrder.accept(change(1, 6, 6));
    assertEquals(List.of(5L, 6L, 7L, 9L), heard);
  }

  @Test
  void whatTellsOfTheChangeBeforeItWaitsForThatInANewConversation() {
    InOrder inOrder = inOrder(LONG);
    inOrder.accept(telling(1, 2));
    assertEquals(List.of(), heard);
    inOrder.accept(change(1, 1, 1));
    inOrder.accept(change(1, 3, 3));
    assertEquals(List.of(1L, 2L, 3L), heard);
  }

  @Test
  void conversationsDoNotWaitForEachOther() {
    InOrder inOrder = inOrder(LONG);
    inOrder.accept(change(1, 1, 1));
    inOrder.accept(change(1, 3, 3));
    inOrder.accept(change(2, 10, 10));
    assertEquals(List.of(1L, 10L), heard);
  }

  @Test
  void whatIsMissingTooLongIsNotWaitedFor() {
    InOrder inOrder = inOrder(0);
    inOrder.accept(change(1, 1, 1));
    inOrder.accept(change(1, 3, 3));
    inOrder.accept(change(1, 5, 5));
    assertEquals(List.of(1L), heard);
    inOrder.tick(LONG);
    assertEquals(List.of(1L, 3L, 5L), heard);
    inOrder.accept(change(1, 6, 6));
    assertEquals(List.of(1L, 3L, 5L, 6L), heard);
  }

  @Test
  void aQuietConversationIsForgottenAndBeginsAnywhereAgain() {
    InOrder inOrder = inOrder(LONG);
    inOrder.accept(change(1, 1, 1));
    inOrder.tick(0);
    inOrder.accept(change(1, 9, 9));
    assertEquals(List.of(1L, 9L), heard);
  }

  @Test
  void manyThreadsPublishAndOneOrderComesOut() throws InterruptedException {
    InOrder inOrder = inOrder(LONG);
    inOrder.accept(change(1, 1, 1));
    List<Long> numbers = new ArrayList<>(LongStream.rangeClosed(2, 5000).boxed().toList());
    Random random = new Random(7);
    for (int i = 0; i + 20 < numbers.size(); i += 20) {
      Collections.shuffle(numbers.subList(i, i + 20), random);
    }
    ExecutorService threads = Executors.newFixedThreadPool(4);
    numbers.forEach(ev -> threads.execute(() -> inOrder.accept(change(1, ev, ev))));
    threads.shutdown();
    threads.awaitTermination(20, TimeUnit.SECONDS);
    assertEquals(LongStream.rangeClosed(1, 5000).boxed().toList(), heard);
  }

  private InOrder inOrder(long patience) {
    return new InOrder(change -> heard.add(change.fromEv()), patience);
  }

  private static ToConversation change(long conversation, long from, long to) {
    return new ToConversation(conversation, from, to, List.of(), List.of(), List.of(), null, false);
  }

  private static ToConversation telling(long conversationId, long ev) {
    Publication.Messages messages = new Publication.Messages(1, Set.of(), true);
    return new ToConversation(
        conversationId, ev, ev, List.of(), List.of(), List.of(), messages, false);
  }
}
