package dev.parley.surface.social;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.client.Wire;
import dev.parley.harness.ClientTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The session that this system's client keeps in a cookie of its own, and where it counts. */
class SessionIT extends ClientTest {

  private static final List<String> FOREIGN =
      List.of("https://evil.example", "null", "https://app.example.org.evil.example");

  private final Member ann = Member.named(parley, "ann");

  @Test
  void aPageIsGreetedWithThePeopleItKnowsAndItsSession() {
    try (Wire wire = ann.opens("/websocket")) {
      JsonNode online = wire.hears();
      assertEquals("onlineUsers", online.path("type").asString());
      assertEquals("success", online.path("payload").path("result").asString());
      JsonNode session = wire.hears().path("payload").path("data");
      assertEquals(ann.id(), session.path("User").path("id").asString());
      assertEquals(ann.name(), session.path("User").path("userName").asString());
    }
  }

  @Test
  void theCookieCountsOnThisSystemsAddressesOnly() {
    ann.call("GET", "/checkAuth", null).expect(200);
    ann.call("GET", "/api/v1/accounts/me", null).expect(401);
    ann.call("GET", "/getChats?user_id=" + ann.id(), null).expect(401);
    assertEquals(401, ann.isRefused("/ws"));
    String own = "parley_session=" + ann.natively().token();
    parley.curl("GET", "/api/v1/accounts/me", null, "Cookie", own).expect(200);
    parley.curl("GET", "/checkAuth", null, "Cookie", own).expect(401);
  }

  @Test
  void theSessionThatScriptsCanReadCountsNowhereElse() {
    String bearer = "Bearer " + ann.session();
    parley.curl("GET", "/api/v1/accounts/me", null, "Authorization", bearer).expect(401);
    parley
        .curl("GET", "/api/v1/accounts/me", null, "Cookie", "parley_session=" + ann.session())
        .expect(401);
    assertEquals(401, Wire.refusedHandshakeAt(parley, "/ws", "Authorization", bearer));
    parley.curl("GET", "/checkAuth", null, "Authorization", bearer).expect(200);
  }

  @Test
  void pagesOfOtherOriginsGetNothingOutOfTheCookie() {
    for (String origin : FOREIGN) {
      ann.call("POST", "/logout", null, "Origin", origin).expect(403);
      assertEquals(
          403,
          Wire.refusedHandshakeAt(parley, "/websocket", "Cookie", ann.cookie(), "Origin", origin));
    }
    assertEquals(403, Wire.refusedHandshakeAt(parley, "/websocket", "Cookie", ann.cookie()));
    ann.call("GET", "/checkAuth", null).expect(200);
  }

  @Test
  void whoeverLogsOutIsOutOnEveryPageOfTheSessionAndNotElsewhere() {
    Member elsewhere = Member.nobody(parley).logsIn(ann.name());
    try (Wire wire = ann.page();
        Wire second = ann.page();
        Wire other = elsewhere.page()) {
      ann.call("POST", "/logout", null).expect(200);
      assertEquals(4401, wire.closedWithin(Duration.ofSeconds(5)));
      assertEquals(4401, second.closedWithin(Duration.ofSeconds(5)));
      other.raw(Member.message("onlineUsers", null));
      other.hears("onlineUsers");
    }
    ann.call("GET", "/checkAuth", null).expect(401);
    ann.call("POST", "/logout", null).expect(401);
    assertEquals(401, ann.isRefused("/websocket"));
    elsewhere.call("GET", "/checkAuth", null).expect(200);
  }
}
