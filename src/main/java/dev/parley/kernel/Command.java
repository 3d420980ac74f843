package dev.parley.kernel;

/**
 * One type of WebSocket request: its name, the shape of its payload, and what to do. A CDI producer
 * method that returns one adds it to the protocol.
 */
public final class Command {

  /**
   * What a command does.
   *
   * @param <P> the payload
   */
  @FunctionalInterface
  public interface Handler<P> {
    /**
     * Runs on the thread that reads the socket.
     *
     * @return the reply's data, or a {@link java.util.concurrent.CompletionStage} of it
     */
    Object handle(Call call, P payload);
  }

  /** The payload of a command that has none. */
  public record Nothing() {}

  private final String type;
  private final Class<?> payload;
  private final Handler<Object> handler;
  private final String explanation;

  private Command(String type, Class<?> payload, String explanation, Handler<Object> handler) {
    this.type = type;
    this.payload = payload;
    this.explanation = explanation;
    this.handler = handler;
  }

  /**
   * A command.
   *
   * @param type its name on the wire
   * @param payload a record that Bean Validation can check
   * @param explanation one line for the table of types
   */
  public static <P> Command of(
      String type, Class<P> payload, String explanation, Handler<P> handler) {
    return new Command(
        type, payload, explanation, (call, value) -> handler.handle(call, payload.cast(value)));
  }

  public String type() {
    return type;
  }

  public Class<?> payload() {
    return payload;
  }

  public String explanation() {
    return explanation;
  }

  /** See {@link Handler#handle}. */
  public Object handle(Call call, Object value) {
    return handler.handle(call, value);
  }
}
