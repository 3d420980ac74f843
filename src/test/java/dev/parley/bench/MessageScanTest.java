package dev.parley.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessageScanTest {
  private final MessageScan scan = new MessageScan();
  private final List<String> found = new ArrayList<>();

  private final MessageScan.Sink sink =
      new MessageScan.Sink() {
        @Override
        public void push(long seq, long sentAt) {
          found.add("push " + seq + " " + sentAt);
        }

        @Override
        public void receipt(long seq) {
          found.add("receipt " + seq);
        }

        @Override
        public void focused() {
          found.add("focused");
        }

        @Override
        public void refused(String message) {
          found.add("refused");
        }
      };

  private void scan(String text) {
    byte[] bytes = ("###" + text + "###").getBytes(StandardCharsets.UTF_8);
    scan.scan(bytes, 3, bytes.length - 3, sink);
  }

  private static String push(long seq, long sentAt) {
    return "{\"type\":\"inputChatMessage\",\"payload\":{\"data\":{\"seq\":%d,\"content\":\"%016x\"}}}"
        .formatted(seq, sentAt);
  }

  @Test
  void everyJoinedMessageIsFoundAlsoWhenLengthsChange() {
    StringBuilder frame = new StringBuilder();
    List<String> expected = new ArrayList<>();
    for (long seq = 1; seq <= 2_000; seq++) {
      frame.append(push(seq, seq * 7)).append('\n');
      expected.add("push " + seq + " " + seq * 7);
      if (seq % 3 == 0) {
        frame.append("{\"type\":\"sendMessage\",\"payload\":{\"data\":{\"seq\":" + seq + "}}}\n");
        expected.add("receipt " + seq);
      }
      if (seq % 5 == 0) {
        frame.append("{\"type\":\"presence\",\"payload\":{\"data\":{\"online\":[]}}}\n");
      }
    }
    scan(frame.toString());
    assertEquals(expected, found);
  }

  @Test
  void theLastMessageNeedsNoNewline() {
    scan(push(1, 2) + "\n" + push(2, 3));
    scan(push(3, 4));
    assertEquals(List.of("push 1 2", "push 2 3", "push 3 4"), found);
  }

  @Test
  void theOrderOfMembersDoesNotMatter() {
    scan("{\"payload\":{\"data\":{\"seq\":12}},\"type\":\"sendMessage\"}\n" + push(13, 1));
    assertEquals(List.of("receipt 12", "push 13 1"), found);
  }

  @Test
  void anErrorIsToldApartFromReceipts() {
    scan(
        "{\"type\":\"sendMessage\",\"payload\":{\"result\":\"error\",\"code\":\"rateLimited\"}}\n");
    scan("{\"type\":\"ERROR\",\"payload\":{\"result\":\"serverError\"}}\n{\"type\":\"focus\"}\n");
    scan("{\"type\":\"focus\",\"payload\":{\"result\":\"error\",\"code\":\"notFound\"}}\n");
    assertEquals(List.of("refused", "refused", "focused", "refused"), found);
  }

  @Test
  void aRequestCarriesItsTimeInTheContent() {
    byte[] request = new SendTemplate("7").next(123_456_789_012L);
    String text = new String(request, StandardCharsets.UTF_8);
    int content = text.indexOf("\"content\":\"") + "\"content\":\"".length();
    assertEquals(123_456_789_012L, SendTemplate.time(request, content));
    assertEquals(200, text.indexOf('"', content) - content);
  }
}
