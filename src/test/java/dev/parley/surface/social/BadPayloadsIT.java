package dev.parley.surface.social;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.client.Wire;
import dev.parley.harness.ClientTest;
import dev.parley.surface.Nonsense;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a page may send, and that no nonsense ends its connection. */
class BadPayloadsIT extends ClientTest {

  private static final String BEGINNING = "{\"type\":\"newPost\",\"payload\":";

  private final Member ann = Member.named(parley, "ann");

  @Test
  void brokenJsonIsAnsweredHoweverOftenItComes() {
    try (Wire wire = ann.page()) {
      for (String frame : List.of("{", "[]", "null", "hello", "7", "{\"type\":", "\"x\"", "}{")) {
        wire.raw(frame);
        JsonNode answer = wire.hears();
        assertEquals("ERROR", answer.path("type").asString());
        assertEquals("error", answer.path("payload").path("result").asString());
      }
      assertStillThere(wire);
    }
  }

  @Test
  void unknownTypesAndWrongPayloadsAreAnsweredUnderTheirType() {
    try (Wire wire = ann.page()) {
      for (String[] bad :
          new String[][] {
            {"nothingOfTheSort", "1"},
            {"", "1"},
            {"followUser", "{}"},
            {"followUser", "\"x\""},
            {"followUser", "[1]"},
            {"followUser", "1.5"},
            {"followUser", "\"99999999999999999999\""},
            {"newPost", "\"x\""},
            {"newPost", "{\"title\":{},\"body\":[]}"},
            {"setUserOptionForEvent", "null"},
            {"acceptFollowRequest", "{\"userID\":1}"},
            {"likePost", "{\"messageType\":\"x\",\"messageID\":1,\"reaction\":true}"},
            {"getUserProfile", "null"},
            {"postsPortion", "\"ten\""},
          }) {
        wire.raw("{\"type\":\"" + bad[0] + "\",\"payload\":" + bad[1] + "}");
        JsonNode answer = wire.hears();
        assertEquals(bad[0], answer.path("type").asString());
        assertEquals("error", answer.path("payload").path("result").asString(), bad[0] + bad[1]);
        assertEquals(answer.path("payload"), answer.path("data"));
      }
      assertStillThere(wire);
    }
  }

  @Test
  void severalMessagesMayStandInAFrameAndTheCaseOfNamesIsFree() {
    try (Wire wire = ann.page()) {
      wire.raw(
          "{\"Type\":\"getFollowStatus\",\"PAYLOAD\":{\"USERID\":"
              + ann.id()
              + "}}\n{\n{\"type\":\"userGroups\",\"payload\":null}\n\n");
      assertEquals("getFollowStatus", wire.hears().path("type").asString());
      assertEquals("ERROR", wire.hears().path("type").asString());
      assertEquals("userGroups", wire.hears().path("type").asString());
    }
  }

  @Test
  void everyMessageEndsWithANewline() throws InterruptedException {
    LinkedBlockingQueue<String> frames = new LinkedBlockingQueue<>();
    WebSocket socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .header("Cookie", ann.cookie())
            .header("Origin", parley.root().toString())
            .buildAsync(
                URI.create(parley.root().toString().replaceFirst("http", "ws") + "/websocket"),
                new WebSocket.Listener() {
                  @Override
                  public CompletionStage<?> onText(
                      WebSocket from, CharSequence text, boolean last) {
                    frames.add(text.toString());
                    from.request(1);
                    return null;
                  }
                })
            .join();
    String frame = frames.poll(15, TimeUnit.SECONDS);
    assertTrue(frame.startsWith("{\"type\":\"onlineUsers\""), frame);
    assertTrue(frame.endsWith("}\n"), frame);
    socket.abort();
  }

  @Test
  void aFrameThatIsTooLargeEndsTheSocketAsEverywhere() {
    try (Wire wire = ann.page()) {
      wire.raw("{\"type\":\"newPost\",\"payload\":\"" + "x".repeat(70_000) + "\"}");
      assertEquals(4413, wire.closedWithin(Duration.ofSeconds(5)));
    }
  }

  @Test
  void randomNonsenseFailsNothingAndShowsNothing() {
    Nonsense nonsense =
        new Nonsense(
            "type", "payload", "newPost", "id", "followUser", "userID", "getGroupEvent", ann.id());
    for (int socket = 0; socket < 10; socket++) {
      try (Wire wire = ann.page()) {
        for (int frame = 0; frame < 50; frame++) {
          // Every second one gets as far as the payload.
          String text = (frame % 2 == 0 ? "" : BEGINNING) + nonsense.next();
          wire.raw(text);
          JsonNode answer = wire.hears();
          assertTrue(!answer.toString().contains("Exception"), text + " " + answer);
          assertTrue(!answer.toString().contains("serverError"), text + " " + answer);
        }
        assertTrue(wire.isOpen());
      }
    }
  }

  private void assertStillThere(Wire wire) {
    wire.raw(Member.message("getFollowStatus", ann.id()));
    assertEquals(
        "not following", wire.hears("getFollowStatus").path("payload").path("data").asString());
  }
}
