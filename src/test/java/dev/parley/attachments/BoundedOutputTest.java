package dev.parley.attachments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.kernel.Code;
import dev.parley.kernel.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BoundedOutputTest {

  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

  @Test
  void whatFitsIsKept() throws IOException {
    try (BoundedOutput out = new BoundedOutput(kept, 4, Duration.ofMinutes(1))) {
      out.write('a');
      out.write("bcd".getBytes());
    }
    assertEquals("abcd", kept.toString());
  }

  @Test
  void whatIsTooMuchIsRefusedBeforeItIsKept() throws IOException {
    try (BoundedOutput out = new BoundedOutput(kept, 4, Duration.ofMinutes(1))) {
      out.write("abc".getBytes());
      Refusal refused = assertThrows(Refusal.class, () -> out.write("de".getBytes()));
      assertEquals(Code.TOO_LARGE, refused.code());
    }
    assertEquals("abc", kept.toString());
  }

  @Test
  void whatTakesTooLongIsRefused() throws IOException {
    try (BoundedOutput out = new BoundedOutput(kept, 4, Duration.ofNanos(-1))) {
      Refusal refused = assertThrows(Refusal.class, () -> out.write('a'));
      assertEquals(Code.RATE_LIMITED, refused.code());
    }
  }
}
