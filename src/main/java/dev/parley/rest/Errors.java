package dev.parley.rest;

import dev.parley.kernel.Code;
import dev.parley.kernel.Payloads;
import dev.parley.kernel.Refusal;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.NoContentException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.logging.Level;
import java.util.logging.Logger;
import tools.jackson.core.JacksonException;

/** Turns whatever a resource throws into a problem; what is our fault is logged and not shown. */
@Provider
public class Errors implements ExceptionMapper<Throwable> {

  private static final Logger LOG = Logger.getLogger(Errors.class.getName());

  @Override
  public Response toResponse(Throwable problem) {
    for (Throwable t = problem; t != null; t = t.getCause()) {
      if (t instanceof Refusal refusal) {
        return Problem.of(refusal);
      }
      if (t instanceof JacksonException json) {
        return Problem.of(Payloads.malformed(json));
      }
      if (t instanceof NoContentException) {
        return Problem.of(Refusal.invalid(null, "the body is missing"));
      }
    }
    if (problem instanceof WebApplicationException known) {
      int status = known.getResponse().getStatus();
      if (status < 500) {
        return Problem.of(status, detail(status), code(status), null);
      }
    }
    LOG.log(Level.WARNING, "A request failed", problem);
    return Problem.of(Refusal.of(Code.INTERNAL, "something went wrong, try again"));
  }

  private static String detail(int status) {
    return switch (status) {
      case 404 -> "not found";
      case 405 -> "this method is not possible here";
      case 406 -> "only JSON can be had here";
      case 415 -> "the body must be application/json";
      default -> "the request can't be understood";
    };
  }

  private static String code(int status) {
    return switch (status) {
      case 401, 403 -> Code.FORBIDDEN.text();
      case 404 -> Code.NOT_FOUND.text();
      case 413 -> Code.TOO_LARGE.text();
      default -> Code.INVALID.text();
    };
  }
}
