package dev.parley.surface;

import dev.parley.kernel.Code;
import dev.parley.kernel.Payloads;
import dev.parley.kernel.Refusal;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.NoContentException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import tools.jackson.core.JacksonException;

/**
 * Finds the refusal in whatever a surface's resource throws; what is our fault is logged and not
 * shown. Each surface says it in its own words.
 */
public abstract class SurfaceErrors implements ExceptionMapper<Throwable> {

  /**
   * The surface's answer to a refusal.
   *
   * @param status what HTTP usually says
   */
  protected abstract Response answer(int status, Refusal refusal);

  /**
   * The refusal of a body that can't be read.
   *
   * @param problem null when there is no body
   */
  protected Refusal malformed(JacksonException problem) {
    return problem == null
        ? Refusal.invalid(null, "the body is missing")
        : Payloads.malformed(problem);
  }

  @Override
  public Response toResponse(Throwable problem) {
    Refusal refusal = Refused.find(Refusal.class, problem);
    if (refusal != null) {
      return answer(refusal.code().status(), refusal);
    }
    JacksonException json = Refused.find(JacksonException.class, problem);
    if (json != null || problem instanceof NoContentException) {
      return answer(Code.INVALID.status(), malformed(json));
    }
    if (problem instanceof WebApplicationException known
        && known.getResponse().getStatus() < Code.INTERNAL.status()) {
      int status = known.getResponse().getStatus();
      return answer(status, Refusal.invalid(null, detail(status)));
    }
    return answer(Code.INTERNAL.status(), Refused.of(problem));
  }

  private static String detail(int status) {
    return switch (status) {
      case 404 -> "not found";
      case 405 -> "this method is not possible here";
      default -> "the request can't be understood";
    };
  }
}
