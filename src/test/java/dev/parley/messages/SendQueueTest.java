package dev.parley.messages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SendQueueTest {

  private final SendQueue queue = new SendQueue(10);

  @Test
  void whatComesWhileItIsFullIsRefusedUntilThereIsRoom() throws InterruptedException {
    IntStream.range(0, 10).forEach(i -> assertTrue(queue.offer(send(1, i))));
    assertFalse(queue.offer(send(2, 10)));
    SendQueue.Batch batch = queue.take(4, 0);
    assertEquals(6, queue.size());
    assertTrue(queue.offer(send(2, 10)));
    queue.release(batch, List.of());
  }

  @Test
  void onlyOneTakerAtATimeServesAConversation() throws InterruptedException {
    queue.offer(send(1, 0));
    SendQueue.Batch first = queue.take(10, 0);
    queue.offer(send(1, 1));
    queue.offer(send(2, 2));
    assertEquals(List.of("2"), contents(queue.take(10, 0)));
    assertTrue(queue.take(10, 0).sends().isEmpty());
    queue.release(first, List.of());
    assertEquals(List.of("1"), contents(queue.take(10, 0)));
  }

  @Test
  void whatIsPostponedComesFirstAgainInItsOrder() throws InterruptedException {
    IntStream.range(0, 3).forEach(i -> queue.offer(send(1, i)));
    SendQueue.Batch batch = queue.take(2, 0);
    queue.offer(send(1, 3));
    queue.release(batch, batch.sends());
    assertEquals(4, queue.size());
    assertEquals(List.of("0", "1", "2", "3"), contents(queue.take(10, 1000)));
  }

  @Test
  void aConversationThatRestsDoesNotHoldUpTheOthers() throws InterruptedException {
    queue.offer(send(1, 0));
    SendQueue.Batch batch = queue.take(10, 0);
    queue.offer(send(2, 1));
    queue.release(batch, batch.sends());
    assertEquals("1", contents(queue.take(1, 1000)).get(0));
  }

  @Test
  void theConversationsTakeTurns() throws InterruptedException {
    IntStream.range(0, 6).forEach(i -> queue.offer(send(1, i)));
    queue.offer(send(2, 6));
    List<String> order = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      SendQueue.Batch batch = queue.take(2, 0);
      order.addAll(contents(batch));
      queue.release(batch, List.of());
    }
    assertTrue(order.indexOf("6") < 4, order.toString());
  }

  @Test
  void theOrderOfAConversationIsKeptByManyTakers() throws Exception {
    SendQueue big = new SendQueue(100_000);
    List<Thread> takers = new ArrayList<>();
    List<List<Integer>> seen =
        List.of(
            java.util.Collections.synchronizedList(new ArrayList<>()),
            java.util.Collections.synchronizedList(new ArrayList<>()));
    for (int t = 0; t < 4; t++) {
      Thread taker =
          new Thread(
              () -> {
                try {
                  for (SendQueue.Batch b = big.take(7, 500);
                      !b.sends().isEmpty();
                      b = big.take(7, 500)) {
                    b.sends()
                        .forEach(
                            s ->
                                seen.get((int) s.conversationId())
                                    .add(Integer.parseInt(s.content())));
                    big.release(b, List.of());
                  }
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
              });
      takers.add(taker);
      taker.start();
    }
    for (int i = 0; i < 10_000; i++) {
      assertTrue(big.offer(send(i % 2, i)));
    }
    for (Thread taker : takers) {
      taker.join(20_000);
    }
    for (int c = 0; c < 2; c++) {
      int parity = c;
      assertEquals(
          IntStream.range(0, 10_000).filter(i -> i % 2 == parity).boxed().toList(), seen.get(c));
    }
    assertEquals(0, big.size());
  }

  private static PendingSend send(long conversation, int number) {
    return PendingSend.of(conversation, 1, null, Integer.toString(number));
  }

  private static List<String> contents(SendQueue.Batch batch) {
    return batch.sends().stream().map(PendingSend::content).toList();
  }
}
