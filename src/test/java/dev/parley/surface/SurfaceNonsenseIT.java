package dev.parley.surface;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.client.Answer;
import dev.parley.client.Person;
import dev.parley.harness.ClientTest;
import dev.parley.kernel.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Every address of the other systems' surfaces, with every method and everything wrong. */
class SurfaceNonsenseIT extends ClientTest {

  private static final List<String> METHODS = List.of("GET", "POST", "PUT", "DELETE", "PATCH");

  /** All that any of them reads. */
  private static final List<String> FIELDS =
      List.of(
          "id",
          "type",
          "name",
          "username",
          "password",
          "email",
          "role",
          "content",
          "displayname",
          "conversation_id",
          "chat_id",
          "user_id",
          "creator_id",
          "message_id",
          "sender_id",
          "userIds",
          "userId",
          "channelId",
          "clientId",
          "creatorId",
          "fullname",
          "age",
          "city",
          "gender",
          "thread",
          "categories",
          "postid",
          "group",
          "firstName",
          "lastName",
          "dateOfBirth",
          "aboutMe",
          "image",
          "commentID");

  /** There the first request would be the last one of its session. */
  private static final Set<String> FAREWELLS = Set.of("/api/logout", "/logout");

  private final Person ann = parley.person("ann");
  private final Person ben = parley.person("ben");
  private final String chat = ann.groupWith(ben);

  @Test
  void nothingThatIsSentToASurfaceDoesHarm() {
    ann.posts(chat, "hello");
    String before = state();
    Person stranger = parley.person("stranger");
    List<String> bodies = bodies();
    List<String> queries = queries();
    List<String[]> requests = new ArrayList<>();
    for (String root :
        RootPaths.table().values().stream()
            .flatMap(List::stream)
            .filter(root -> !FAREWELLS.contains(root))
            .toList()) {
      for (String method : METHODS) {
        for (String segment : root.endsWith("/*") ? WrongFieldsIT.SEGMENTS : List.of("")) {
          String path = root.replace("/*", "/" + segment);
          if (method.equals("GET")) {
            queries.forEach(query -> requests.add(new String[] {method, path + query, null}));
          } else {
            bodies.forEach(body -> requests.add(new String[] {method, path, body}));
          }
        }
      }
    }
    assertTrue(requests.size() > 3000, requests.size() + " requests");
    requests.parallelStream()
        .forEach(
            request -> {
              Answer answer =
                  parley.call(
                      request[0],
                      request[1],
                      request[2],
                      "Authorization",
                      "Bearer " + stranger.token());
              assertTrue(answer.status() < 500, String.join(" ", request[0], request[1]));
              BadInputIT.harmless(answer.text());
            });
    assertEquals(before, state());
  }

  private static List<String> bodies() {
    List<String> bodies = new ArrayList<>(List.of("", "{", "[]", "null", "1", "<x/>"));
    bodies.add("[".repeat(40) + "]".repeat(40));
    for (Object wrong : WrongFieldsIT.WRONG) {
      Map<String, Object> body = new LinkedHashMap<>();
      FIELDS.forEach(field -> body.put(field, wrong));
      bodies.add(Json.MAPPER.writeValueAsString(body));
    }
    return bodies;
  }

  private static List<String> queries() {
    List<String> queries = new ArrayList<>(List.of("", "?", "?user_id", "?chat_id=%00"));
    for (Object wrong : WrongFieldsIT.WRONG) {
      String value = URLEncoder.encode(String.valueOf(wrong), StandardCharsets.UTF_8);
      if (value.length() < 2000) {
        queries.add(
            FIELDS.stream()
                .map(field -> field + "=" + value)
                .collect(Collectors.joining("&", "?", "")));
      }
    }
    return queries;
  }

  /** What the stranger may not change; new accounts are none of it. */
  private String state() {
    JsonNode conversation = ann.get("/conversations/" + chat).expect(200).body();
    return conversation.path("members").toString()
        + conversation.path("name")
        + conversation.path("seq")
        + ann.history(chat);
  }
}
