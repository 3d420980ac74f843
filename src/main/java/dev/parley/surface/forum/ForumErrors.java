package dev.parley.surface.forum;

import dev.parley.kernel.Code;
import dev.parley.kernel.Refusal;
import dev.parley.surface.SurfaceErrors;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;

/** What was refused: a JSON text, and to those who sign up an object with the text as its value. */
@Provider
public class ForumErrors extends SurfaceErrors {

  private static final int BAD_REQUEST = 400;
  private static final int NOT_LOGGED_IN = 401;

  /** What this system calls the fields. */
  private static final Map<String, String> NAMES =
      Map.of(
          "name", "username",
          "fullName", "fullname",
          "title", "thread",
          "body", "content",
          "messageType", "group");

  @Context UriInfo address;

  /** The answer to a sign-up that was refused; {@code error} is always empty. */
  public record Refused(Map<String, String> error, String value) {}

  @Override
  protected Response answer(int status, Refusal refusal) {
    boolean signUp = address.getPath().endsWith("/signup");
    if (signUp && refusal.code() == Code.CONFLICT) {
      return answer(BAD_REQUEST, true, "nickname or email exist");
    }
    if (signUp && status == BAD_REQUEST) {
      return answer(BAD_REQUEST, true, wrongAtSignUp(refusal));
    }
    if (refusal.code() == Code.NOT_LOGGED_IN) {
      return address.getPath().endsWith("/signin")
          ? answer(BAD_REQUEST, false, "login or password incorrect")
          : answer(NOT_LOGGED_IN, signUp, "cookie expires or not correct");
    }
    return answer(status, signUp, words(refusal));
  }

  private static String wrongAtSignUp(Refusal refusal) {
    return switch (refusal.field() == null ? "" : refusal.field()) {
      case "email" -> "email incorrect, example@mail.com";
      case "password" -> "password incorrect";
      default -> words(refusal);
    };
  }

  /** What was refused, with the names that the fields have here. */
  static String words(Refusal refusal) {
    String field = refusal.field() == null ? "" : refusal.field();
    String sentence = refusal.getMessage();
    return NAMES.containsKey(field) && sentence.startsWith(field + " ")
        ? NAMES.get(field) + sentence.substring(field.length())
        : sentence;
  }

  private static Response answer(int status, boolean signUp, String text) {
    Response.ResponseBuilder response =
        Answers.json(status, signUp ? new Refused(Map.of(), text) : text);
    if (status == NOT_LOGGED_IN) {
      response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    return response.build();
  }
}
