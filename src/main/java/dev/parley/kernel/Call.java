package dev.parley.kernel;

import java.util.ArrayList;
import java.util.List;

/** A request that came over a WebSocket. */
public final class Call {

  private final Caller caller;
  private final String connectionId;
  private final List<Runnable> afterReply = new ArrayList<>(0);

  /**
   * A request.
   *
   * @param caller whose socket it is
   * @param connectionId which of the caller's sockets
   */
  public Call(Caller caller, String connectionId) {
    this.caller = caller;
    this.connectionId = connectionId;
  }

  public Caller caller() {
    return caller;
  }

  public String connectionId() {
    return connectionId;
  }

  /** Has something done when the reply, be it an error, is on its way. */
  public void afterReply(Runnable work) {
    afterReply.add(work);
  }

  /** Does what was left for after the reply. */
  public void replied() {
    afterReply.forEach(Runnable::run);
  }
}
