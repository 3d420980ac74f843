package dev.parley.images;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** The parts of a file that are kept, as views into it: nothing is copied. */
final class Parts {

  /** No real picture alternates more often between what is kept and what is not. */
  private static final int MOST = 20_000;

  private final ByteBuffer file;
  private final List<ByteBuffer> kept = new ArrayList<>();
  private int start;
  private int end;

  Parts(ByteBuffer file) {
    this.file = file;
  }

  /** Keeps what lies from one position to before the other. */
  void keep(int from, int to) throws Damaged {
    if (from < end || to < from || to > file.limit()) {
      throw new Damaged("a part reaches out of the file");
    }
    if (from > end || start == end) {
      cut();
      start = from;
    }
    end = to;
  }

  /** Adds bytes that are not of the file. */
  void add(byte[] bytes) throws Damaged {
    cut();
    start = end;
    kept.add(ByteBuffer.wrap(bytes));
  }

  private void cut() throws Damaged {
    if (kept.size() >= MOST) {
      throw new Damaged("too many parts");
    }
    if (end > start) {
      kept.add(file.slice(start, end - start));
    }
  }

  /** Everything that was kept, in order. */
  List<ByteBuffer> all() throws Damaged {
    cut();
    start = end;
    return kept;
  }
}
