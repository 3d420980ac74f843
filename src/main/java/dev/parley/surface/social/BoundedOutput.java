package dev.parley.surface.social;

import dev.parley.kernel.Code;
import dev.parley.kernel.Refusal;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;

/** Takes so many bytes in so long a time, and refuses what comes then: a body may have no end. */
final class BoundedOutput extends FilterOutputStream {

  private final long end;
  private long left;

  BoundedOutput(OutputStream out, long most, Duration longest) {
    super(out);
    left = most;
    end = System.nanoTime() + longest.toNanos();
  }

  @Override
  public void write(int b) throws IOException {
    take(1);
    out.write(b);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    take(length);
    out.write(bytes, from, length);
  }

  private void take(int length) {
    left -= length;
    if (left < 0) {
      throw Refusal.of(Code.TOO_LARGE, "the picture is too large");
    }
    if (System.nanoTime() > end) {
      throw Refusal.of(Code.RATE_LIMITED, "the upload took too long");
    }
  }
}
