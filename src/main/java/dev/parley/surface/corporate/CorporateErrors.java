package dev.parley.surface.corporate;

import dev.parley.kernel.Code;
import dev.parley.kernel.Refusal;
import dev.parley.surface.SurfaceErrors;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.core.JacksonException;

/** What was refused, as plain text and, where this system has words of its own for it, in those. */
@Provider
public class CorporateErrors extends SurfaceErrors {

  /** What its users know each thing by. */
  private static final Map<String, String> NOUNS =
      Map.of(
          "register", "user",
          "auth", "user",
          "updateUser", "user",
          "deleteUser", "user",
          "addMember", "member",
          "removeMember", "member",
          "deleteMessage", "message");

  private static final String NAME = "name ";

  /** One of its own answers: when this operation is refused for this reason. */
  private record Own(String operation, Code code, String field, int status, String text) {}

  private static final List<Own> OWN =
      List.of(
          new Own("register", Code.CONFLICT, "name", 400, "username already exists"),
          new Own("register", Code.CONFLICT, "email", 400, "email already exists"),
          new Own("updateUser", Code.CONFLICT, "name", 400, "username already exists"),
          new Own("updateUser", Code.CONFLICT, "email", 400, "email already exists"),
          new Own("auth", Code.NOT_LOGGED_IN, null, 400, "invalid username or password"),
          new Own("updateUser", Code.NOT_FOUND, null, 400, "user not found"),
          new Own("findUserbyID", Code.NOT_FOUND, null, 404, "user not found"),
          new Own("removeMember", Code.NOT_FOUND, null, 404, "member not found in conversation"),
          new Own("deleteUser", Code.NOT_FOUND, null, 400, "user not found"));

  @Context UriInfo address;

  @Override
  protected Response answer(int status, Refusal refusal) {
    return OWN.stream()
        .filter(own -> own.operation().equals(operation()))
        .filter(own -> own.code() == refusal.code())
        .filter(own -> Objects.equals(own.field(), refusal.field()))
        .findFirst()
        .map(own -> text(own.status(), own.text()))
        .orElseGet(() -> text(status, words(refusal)));
  }

  /** A user's name is called otherwise here, a chat's is not. */
  private String words(Refusal refusal) {
    String sentence = refusal.getMessage();
    return "user".equals(NOUNS.get(operation())) && sentence.startsWith(NAME)
        ? "username" + sentence.substring(NAME.length() - 1)
        : sentence;
  }

  @Override
  protected Refusal malformed(JacksonException problem) {
    return Refusal.invalid(null, "invalid JSON in " + NOUNS.getOrDefault(operation(), "chat"));
  }

  private String operation() {
    String path = address.getPath();
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static Response text(int status, String text) {
    Response.ResponseBuilder response = Answers.text(status, text);
    if (status == Response.Status.UNAUTHORIZED.getStatusCode()) {
      response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    return response.build();
  }
}
