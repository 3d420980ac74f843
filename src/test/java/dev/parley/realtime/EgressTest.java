package dev.parley.realtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class EgressTest {

  private final Joiner joiner = new Joiner();

  @Test
  void whatWaitsGoesOutAsOneFrameToThoseWhoJoin() {
    Egress egress = egress(10, 1000, 100, true);
    List.of("a", "b", "c").forEach(text -> assertTrue(egress.offer(Frame.of(text))));
    assertEquals("a\nb\nc\n", egress.take(joiner, 0));
    assertEquals(3, egress.takenMessages());
    assertTrue(!egress.ready() && !egress.idle());
    egress.written();
    assertTrue(egress.idle());
  }

  @Test
  void othersGetOneMessageAFrame() {
    Egress egress = egress(10, 1000, 100, false);
    egress.offer(Frame.of(List.of("a", "b")));
    egress.offer(Frame.of("c"));
    for (String expected : List.of("a", "b", "c")) {
      assertEquals(expected, egress.take(joiner, 0));
      egress.written();
    }
    assertTrue(egress.idle());
  }

  @Test
  void nothingIsReadyWhileAFrameIsInFlight() {
    Egress egress = egress(10, 1000, 100, true);
    egress.offer(Frame.of("a"));
    egress.take(joiner, 5);
    egress.offer(Frame.of("b"));
    assertFalse(egress.ready());
    assertTrue(egress.stuck(20, 10));
    assertFalse(egress.stuck(15, 10));
    egress.written();
    assertTrue(egress.ready());
    assertFalse(egress.stuck(100, 10));
  }

  @Test
  void aFrameIsNotLongerThanItsLimitUnlessOneMessageIs() {
    Egress egress = egress(10, 1000, 8, true);
    List.of("aaa", "bbb", "ccc", "d".repeat(20)).forEach(text -> egress.offer(Frame.of(text)));
    assertEquals("aaa\nbbb\n", egress.take(joiner, 0));
    egress.written();
    assertEquals("ccc\n", egress.take(joiner, 0));
    egress.written();
    assertEquals("d".repeat(20) + "\n", egress.take(joiner, 0));
  }

  @Test
  void fullInFramesOrInBytesIsToldAndHalfFullBefore() {
    Egress frames = egress(4, 1000, 100, true);
    frames.offer(Frame.of("1"));
    frames.offer(Frame.of("2"));
    assertFalse(frames.halfFull());
    assertTrue(frames.offer(Frame.of("3")));
    assertTrue(frames.halfFull());
    assertTrue(frames.offer(Frame.of("4")));
    assertFalse(frames.offer(Frame.of("5")));
    Egress bytes = egress(100, 10, 100, true);
    assertTrue(bytes.offer(Frame.of("123456789")));
    assertFalse(bytes.offer(Frame.of("")));
  }

  @Test
  void bytesThatHaveGoneOutMakeRoom() {
    Egress egress = egress(100, 10, 100, true);
    for (int i = 0; i < 5; i++) {
      assertTrue(egress.offer(Frame.of("12345678")));
      egress.take(joiner, 0);
      egress.written();
    }
  }

  @Test
  void lengthsAreThoseOfUtf8() {
    for (String text : List.of("a", "é", "€", "😀", "a€😀é")) {
      assertEquals(
          (text + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8).length,
          Frame.of(text).bytes(),
          text);
    }
  }

  @Test
  void theSameFramesAreJoinedOnce() {
    List<Frame> frames = List.of(Frame.of("a"), Frame.of("b"));
    String joined = joiner.join(frames);
    assertSame(joined, joiner.join(List.copyOf(frames)));
    assertEquals("a\nc\n", joiner.join(List.of(frames.get(0), Frame.of("c"))));
    assertEquals("a\n", joiner.join(List.of(frames.get(0))));
  }

  private static Egress egress(int frames, int bytes, int frameBytes, boolean joins) {
    return new Egress(new Egress.Limits(frames, bytes, frameBytes), joins);
  }
}
