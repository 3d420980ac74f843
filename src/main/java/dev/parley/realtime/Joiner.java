package dev.parley.realtime;

import java.util.ArrayList;
import java.util.List;

/**
 * Joins the frames that wait for a socket into one. Those who listen to the same conversations wait
 * for the same frames, so the last result is kept: in a big room it is made once and sent to many.
 * Used by one thread only.
 */
final class Joiner {

  private List<Frame> lastFrames = List.of();
  private String lastText = "";

  /** The frames' messages, each ended by a newline. */
  String join(List<Frame> frames) {
    if (frames.size() == 1) {
      return frames.get(0).joined();
    }
    if (!same(frames, lastFrames)) {
      StringBuilder text = new StringBuilder(frames.stream().mapToInt(Frame::bytes).sum());
      frames.forEach(frame -> text.append(frame.joined()));
      lastText = text.toString();
      lastFrames = new ArrayList<>(frames);
    }
    return lastText;
  }

  /** By identity: a frame is encoded once, so the same content is the same object. */
  private static boolean same(List<Frame> some, List<Frame> others) {
    if (some.size() != others.size()) {
      return false;
    }
    for (int i = 0; i < some.size(); i++) {
      if (some.get(i) != others.get(i)) {
        return false;
      }
    }
    return true;
  }
}
