package dev.parley.attachments;

import dev.parley.kernel.Code;
import dev.parley.kernel.Refusal;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;

/** Takes so many bytes in so long a time, and refuses what comes then: a body may have no end. */
final class BoundedOutput extends FilterOutputStream {

  private final long most;
  private final long end;
  private long taken;

  BoundedOutput(OutputStream out, long most, Duration longest) {
    super(out);
    this.most = most;
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
    taken += length;
    if (taken > most) {
      throw tooLarge(most);
    }
    if (System.nanoTime() > end) {
      throw Refusal.of(Code.RATE_LIMITED, "the upload took too long");
    }
  }

  static Refusal tooLarge(long most) {
    return Refusal.of(Code.TOO_LARGE, "an attachment may have at most " + most + " bytes");
  }
}
