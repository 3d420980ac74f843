package dev.parley.ws;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.parley.kernel.Code;
import dev.parley.kernel.Json;
import dev.parley.kernel.Refusal;

/** Replies as they go over the wire, here and on surfaces that have the document's envelope. */
public final class Envelope {

  private Envelope() {}

  private record Reply(String type, @JsonInclude(Include.NON_NULL) String id, Object payload) {}

  /** An error stands under both names: the document's samples write {@code data} for payload. */
  private record ErrorReply(
      String type, @JsonInclude(Include.NON_NULL) String id, Object payload, Object data) {}

  private record Success(String result, Object data) {}

  private record Error(
      String result, Object data, String code, @JsonInclude(Include.NON_NULL) String field) {}

  /**
   * The reply to what succeeded.
   *
   * @param id the client's own name for its request, or null
   */
  public static String success(String type, String id, Object data) {
    return Json.MAPPER.writeValueAsString(new Reply(type, id, new Success("success", data)));
  }

  /**
   * The reply to what was refused.
   *
   * @param id the client's own name for its request, or null
   */
  public static String refusal(String type, String id, Refusal refusal) {
    boolean ours = refusal.code() == Code.INTERNAL;
    Error error =
        new Error(
            ours ? "serverError" : "error",
            refusal.getMessage(),
            refusal.code().text(),
            refusal.field());
    return Json.MAPPER.writeValueAsString(new ErrorReply(ours ? "ERROR" : type, id, error, error));
  }
}
