package dev.parley.kernel;

import java.util.Optional;

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

  /**
   * How a command is used, for the documentation.
   *
   * @param request a payload, as JSON
   * @param reply the data of the reply, as JSON; the real one may have further members
   */
  public record Example(String request, String reply) {}

  private final String type;
  private final Class<?> payload;
  private final String explanation;
  private final Handler<Object> handler;
  private final Example example;

  private Command(
      String type, Class<?> payload, String explanation, Handler<Object> handler, Example example) {
    this.type = type;
    this.payload = payload;
    this.explanation = explanation;
    this.handler = handler;
    this.example = example;
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
        type,
        payload,
        explanation,
        (call, value) -> handler.handle(call, payload.cast(value)),
        null);
  }

  /**
   * The same with an example. A test plays it: members and a bare payload that are ids mean what
   * there is to the test, whatever number stands here.
   *
   * @param request a payload; both are JSON written with {@code '} for {@code "}
   * @param reply the data of the reply, as far as it is worth showing
   */
  public Command example(String request, String reply) {
    return new Command(
        type,
        payload,
        explanation,
        handler,
        new Example(request.replace('\'', '"'), reply.replace('\'', '"')));
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

  /** How it is used. */
  public Optional<Example> example() {
    return Optional.ofNullable(example);
  }

  /** See {@link Handler#handle}. */
  public Object handle(Call call, Object value) {
    return handler.handle(call, value);
  }
}
