package dev.parley.ws;

import dev.parley.kernel.Call;
import dev.parley.kernel.Code;
import dev.parley.kernel.Command;
import dev.parley.kernel.Json;
import dev.parley.kernel.Payloads;
import dev.parley.kernel.Refusal;
import dev.parley.realtime.Client;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Leads a request to its command, and the outcome back to the socket. */
@ApplicationScoped
public class Dispatcher {

  private static final Logger LOG = Logger.getLogger(Dispatcher.class.getName());
  private static final int LONGEST_ID = 64;

  /** What of a request its answer needs. */
  private record Question(String type, String id, UnaryOperator<Object> shape) {}

  @Inject CommandRegistry registry;
  @Inject Payloads payloads;

  /**
   * Reads a message; null when it is not a JSON object. Whether it makes sense is decided by {@link
   * #dispatch}.
   */
  public JsonNode parse(String message) {
    try {
      JsonNode node = Json.MAPPER.readTree(message);
      return node != null && node.isObject() ? node : null;
    } catch (JacksonException e) {
      return null;
    }
  }

  /** Runs a request and answers it. */
  public void dispatch(Client client, JsonNode request) {
    dispatch(client, request, data -> data);
  }

  /**
   * The same for a client that knows the data in another shape.
   *
   * @param shape makes that of the data of a success
   */
  @ActivateRequestContext
  public void dispatch(Client client, JsonNode request, UnaryOperator<Object> shape) {
    String type = text(request.get("type"), "");
    String id = text(request.get("id"), null);
    if (id != null && id.length() > LONGEST_ID) {
      id = id.substring(0, LONGEST_ID);
    }
    Call call = new Call(client.caller(), client.id());
    Object outcome;
    try {
      outcome = run(call, type, request);
    } catch (Refusal refusal) {
      outcome = refusal;
    } catch (RuntimeException e) {
      outcome = failure(type, e);
    }
    answer(client, call, new Question(type, id, shape), outcome);
  }

  /** Refuses a request without running it. */
  void refuse(Client client, JsonNode request, Refusal refusal) {
    String type = request == null ? "" : text(request.get("type"), "");
    String id = request == null ? null : text(request.get("id"), null);
    client.reply(Envelope.refusal(type, id, refusal));
  }

  private Object run(Call call, String type, JsonNode request) {
    Command command =
        registry
            .find(type)
            .orElseThrow(() -> Refusal.of(Code.UNKNOWN_TYPE, "there is no type of this name"));
    JsonNode payload = named(request.get("payload"), command.payload());
    return command.handle(call, payloads.read(payload, command.payload()));
  }

  /**
   * A payload whose members have names. The document writes some as a bare id, offset or text: that
   * is then the first member, if it is a number or the only one that must be there.
   */
  private static JsonNode named(JsonNode given, Class<?> type) {
    if (given == null || !given.isString() && !given.isNumber()) {
      return given;
    }
    RecordComponent[] members = type.getRecordComponents();
    if (members.length == 0) {
      return null; // It has no payload, whatever stands in its place.
    }
    RecordComponent first = members[0];
    boolean meant =
        members.length == 1
            || Number.class.isAssignableFrom(first.getType())
            || first.getAccessor().isAnnotationPresent(NotNull.class)
                && Arrays.stream(members)
                    .skip(1)
                    .noneMatch(m -> m.getAccessor().isAnnotationPresent(NotNull.class));
    return meant ? Json.MAPPER.createObjectNode().set(first.getName(), given) : given;
  }

  private static void answer(Client client, Call call, Question question, Object outcome) {
    if (outcome instanceof CompletionStage<?> later) {
      later.whenComplete(
          (data, problem) -> {
            Object then = problem == null ? data : refusal(question.type(), problem);
            answer(client, call, question, then);
          });
      return;
    }
    client.reply(
        outcome instanceof Refusal refusal
            ? Envelope.refusal(question.type(), question.id(), refusal)
            : Envelope.success(question.type(), question.id(), question.shape().apply(outcome)));
    call.replied();
  }

  private static Refusal refusal(String type, Throwable problem) {
    Throwable cause =
        problem instanceof CompletionException && problem.getCause() != null
            ? problem.getCause()
            : problem;
    return cause instanceof Refusal refusal ? refusal : failure(type, cause);
  }

  private static Refusal failure(String type, Throwable problem) {
    for (Throwable t = problem; t != null; t = t.getCause()) {
      if (t instanceof Refusal refusal) {
        return refusal;
      }
    }
    LOG.log(Level.WARNING, "A request of type " + type.replaceAll("\\W", "?") + " failed", problem);
    return Refusal.of(Code.INTERNAL, "something went wrong, try again");
  }

  private static String text(JsonNode node, String otherwise) {
    return node != null && (node.isString() || node.isNumber()) ? node.asString() : otherwise;
  }
}
