package dev.parley.surface;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.client.Answer;
import dev.parley.client.Parley;
import dev.parley.harness.ClientTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The root addresses of the other systems, and who may use them from where. */
class RootPathsIT extends ClientTest {

  private static final String ALLOWED = "https://app.example.org";
  private static final List<String> FOREIGN =
      List.of(
          "https://evil.example",
          "null",
          "https://app.example.org.evil.example",
          "http://app.example.org",
          "https://app.example.org:8443",
          "https://xapp.example.org",
          "https://app.example.org/");

  @Test
  void aSurfaceAnswersUnderTheRootAndNotUnderItsOwnTree() {
    assertEquals("invalid JSON in user", parley.call("POST", "/register", "{").expect(400).text());
    parley.call("POST", "/surface/corporate/users/register", "{}").expect(404);
    parley.call("POST", "/%73urface/corporate/users/register", "{}").expect(404);
    parley.call("POST", "/api/v1/register", "{}").expect(404);
    parley.call("POST", "/registered", "{}").expect(404);
  }

  @Test
  void theClientsPagesKeepTheirAddresses() {
    for (String page : List.of("/", "/login", "/join", "/people", "/chat/1", "/settings")) {
      assertTrue(parley.call("GET", page, null).expect(200).text().startsWith("<!"), page);
    }
  }

  @Test
  void answersUnderTheRootHaveTheSecurityHeaders() {
    Answer answer = parley.call("POST", "/register", "{");
    assertEquals("nosniff", answer.headers().firstValue("X-Content-Type-Options").orElse(""));
    assertEquals(1, answer.headers().allValues("Content-Security-Policy").size());
  }

  @Test
  void jsonIsReadWhateverItIsCalled() {
    for (String type :
        List.of("ation/json", "application/x-www-form-urlencoded", "text/plain", "json", "")) {
      String name = Parley.unique("kit");
      parley
          .curl(
              "POST",
              "/register",
              Map.of("USERNAME", name, "password", "correct horse", "email", name + "@example.org"),
              "Content-Type",
              type)
          .expect(201);
    }
  }

  @Test
  void aBodyMayBeMissingOrHugeAndIsRefused() {
    assertEquals("invalid JSON in user", parley.curl("POST", "/register", null).expect(400).text());
    assertEquals("invalid JSON in user", parley.curl("POST", "/register", "").expect(400).text());
    assertEquals(
        "invalid JSON in user", parley.curl("POST", "/register", "null").expect(400).text());
    parley.curl("POST", "/register", "{\"username\":\"" + "x".repeat(70_000) + "\"}").expect(413);
  }

  @Test
  void pagesOfAnAllowedOriginMayAskWithTheSessionAndNobodyElsesMay() {
    for (String path : List.of("/register", "/api/v1/conversations")) {
      Answer may = preflight(path, ALLOWED);
      assertEquals(ALLOWED, header(may, "Access-Control-Allow-Origin"));
      assertEquals("true", header(may, "Access-Control-Allow-Credentials"));
      assertTrue(header(may, "Access-Control-Allow-Methods").contains("DELETE"));
      assertTrue(header(may, "Access-Control-Allow-Headers").contains("Content-Type"));
      assertTrue(may.headers().allValues("Vary").contains("Origin"));
      for (String origin : FOREIGN) {
        Answer mayNot = preflight(path, origin);
        assertTrue(
            mayNot.headers().firstValue("Access-Control-Allow-Origin").isEmpty(),
            path + " " + origin);
        assertTrue(mayNot.headers().allValues("Vary").contains("Origin"));
      }
    }
    Answer read = parley.call("GET", "/api/v1/server", null, "Origin", ALLOWED).expect(200);
    assertEquals(ALLOWED, header(read, "Access-Control-Allow-Origin"));
    assertEquals("true", header(read, "Access-Control-Allow-Credentials"));
    Answer foreign = parley.call("GET", "/api/v1/server", null, "Origin", "https://evil.example");
    assertEquals("", header(foreign, "Access-Control-Allow-Origin"));
    assertTrue(parley.call("GET", "/api/v1/server", null).headers().allValues("Vary").size() > 0);
  }

  @Test
  void programsMayChangeThingsAndPagesOfOtherOriginsMayNot() {
    assertEquals(400, parley.curl("POST", "/register", "{").status());
    String own = parley.root().toString();
    assertEquals(400, parley.curl("POST", "/register", "{", "Origin", own).status());
    assertEquals(400, parley.curl("POST", "/register", "{", "Origin", ALLOWED).status());
    assertEquals(
        400, parley.curl("POST", "/register", "{", "Sec-Fetch-Site", "same-origin").status());
    for (String origin : FOREIGN) {
      Answer refused = parley.curl("POST", "/register", "{", "Origin", origin).expect(403);
      assertEquals("this origin may not make changes here", refused.text());
    }
    for (String site : List.of("cross-site", "same-site", "none")) {
      parley.curl("POST", "/register", "{", "Sec-Fetch-Site", site).expect(403);
    }
    // What comes from elsewhere does not even reach the log-in.
    String name = Parley.unique("victim");
    Map<String, String> body =
        Map.of("username", name, "password", "correct horse", "email", name + "@example.org");
    Answer none = parley.curl("POST", "/register", body, "Origin", "https://evil.example");
    assertEquals(403, none.status());
    assertFalse(none.headers().firstValue("Set-Cookie").isPresent());
    assertNotEquals(409, parley.curl("POST", "/register", body).expect(201).status());
  }

  private Answer preflight(String path, String origin) {
    return parley
        .curl("OPTIONS", path, null, "Origin", origin, "Access-Control-Request-Method", "POST")
        .expect(204);
  }

  private static String header(Answer answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }
}
