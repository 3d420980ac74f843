package dev.parley.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.client.Parley;
import dev.parley.client.Person;
import dev.parley.client.Wire;
import dev.parley.testing.ServerProcess;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A new server that was asked for sample data. */
class SampleDataIT {

  private static final Map<String, String> ENVIRONMENT =
      new HashMap<>(Map.of("PARLEY_SAMPLE_DATA", "true"));

  private static ServerProcess server;
  private static Parley parley;

  @BeforeAll
  static void start() throws Exception {
    server = process(ENVIRONMENT);
    server.start();
    parley = new Parley(server.address().toString());
  }

  private static ServerProcess process(Map<String, String> environment) throws Exception {
    return new ServerProcess(Path.of(System.getProperty("parley.install")), List.of(), environment);
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  /** As the README says. */
  private static Person logIn(String name) {
    return parley.logIn(new Person(parley, "", name, ""), "parley-sample");
  }

  private static JsonNode get(Person person, String path) {
    return person.get(path).expect(200).body();
  }

  private static Duration age(JsonNode date) {
    return Duration.between(Instant.parse(date.asString()), Instant.now());
  }

  private static void isPicture(Person person, JsonNode address) {
    assertTrue(address.isString(), "there is no picture");
    HttpResponse<byte[]> picture = person.fetch(address.asString());
    assertEquals(200, picture.statusCode(), address.asString());
    assertTrue(picture.headers().firstValue("Content-Type").orElse("").startsWith("image/"));
  }

  @Test
  void aDozenPeopleWithPicturesCanLogIn() {
    Person olena = logIn("olena");
    List<JsonNode> people = get(olena, "/people?limit=100").path("items").valueStream().toList();
    assertEquals(11, people.size());
    for (JsonNode person : people) {
      assertTrue(person.path("fullName").asString().contains(" "), person.toString());
      isPicture(olena, person.path("picture"));
      Person other = logIn(person.path("name").asString());
      JsonNode self = get(other, "/accounts/me");
      assertEquals("user", self.path("role").asString());
      // Whoever wrote all of it in their names is not logged in as them any more.
      assertFalse(get(other, "/sessions").toString().contains("Sample data"));
    }
    assertEquals("administrator", get(olena, "/accounts/me").path("role").asString());
  }

  @Test
  void everyChatAndPictureInItCanBeRead() {
    Person olena = logIn("olena");
    try (Wire wire = olena.connects()) {
      JsonNode chats = wire.asks("getChatList", Map.of());
      assertTrue(chats.size() >= 6, chats.toString());
      Set<String> kinds =
          chats.valueStream().map(c -> c.path("type").toString()).collect(Collectors.toSet());
      assertEquals(Set.of("0", "1"), kinds);
      int pictures = 0;
      for (JsonNode chat : chats) {
        JsonNode history = olena.history(chat.path("id").asString());
        assertTrue(history.size() >= 3, chat.toString());
        for (JsonNode message : history) {
          for (JsonNode attachment : message.path("attachments")) {
            isPicture(olena, attachment.path("address"));
            pictures++;
          }
        }
        isInOrder(history);
      }
      assertTrue(pictures >= 2);
      JsonNode sync = wire.asks("sync", Map.of("limit", 20));
      assertTrue(sync.path("notifications").size() >= 3, sync.path("notifications").toString());
    }
  }

  /** Over some days, up to a moment ago, and never ahead. */
  private static void isInOrder(JsonNode history) {
    List<Duration> ages =
        history.valueStream().map(message -> age(message.path("dateCreate"))).toList();
    for (int i = 1; i < ages.size(); i++) {
      assertTrue(ages.get(i - 1).compareTo(ages.get(i)) >= 0, ages.toString());
    }
    assertFalse(ages.get(ages.size() - 1).isNegative(), ages.toString());
    assertTrue(ages.get(0).toHours() >= 12, ages.toString());
  }

  @Test
  void everyPostThatIsShownCanBeRead() {
    Person olena = logIn("olena");
    JsonNode posts = get(olena, "/posts?limit=50").path("items");
    assertTrue(posts.size() >= 9, posts.toString());
    int pictures = 0;
    int comments = 0;
    int likes = 0;
    for (JsonNode post : posts) {
      JsonNode full = get(olena, "/posts/" + post.path("id").asString());
      comments += full.path("comments").size();
      likes += full.at("/content/likes/1").asInt();
      assertTrue(age(full.at("/content/dateCreate")).toHours() >= 1, full.toString());
      if (!full.path("image").isNull()) {
        isPicture(olena, full.path("image"));
        pictures++;
      }
    }
    assertTrue(pictures >= 2 && comments >= 8 && likes >= 10, posts.toString());
    Set<Integer> types =
        posts.valueStream().map(post -> post.path("postType").asInt()).collect(Collectors.toSet());
    assertEquals(Set.of(0, 1, 2), types);
    assertTrue(posts.valueStream().anyMatch(post -> !post.path("categories").isEmpty()));
    assertTrue(posts.valueStream().anyMatch(post -> !post.path("groupID").asString().isEmpty()));
    // What is for close friends is for those only.
    assertFalse(get(logIn("jonas"), "/posts?limit=50").toString().contains("I got the job"));
    assertEquals(1, get(olena, "/search/posts?text=weed").path("posts").size());
  }

  @Test
  void thereAreGroupsWithMembersAndAnEventNextWeek() {
    Person olena = logIn("olena");
    JsonNode groups = get(olena, "/groups/own");
    assertTrue(groups.size() >= 2, groups.toString());
    int events = 0;
    for (JsonNode brief : groups) {
      String path = "/groups/" + brief.path("id").asString();
      JsonNode group = get(olena, path);
      assertTrue(group.path("memberCount").asInt() >= 4, group.toString());
      isPicture(olena, group.path("picture"));
      for (JsonNode event : get(olena, path + "/events")) {
        Duration ahead = age(event.path("dateEvent")).negated();
        assertTrue(ahead.toDays() >= 5 && ahead.toDays() <= 8, event.toString());
        assertTrue(event.path("going").asInt() >= 2, event.toString());
        get(olena, "/events/" + event.path("id").asString());
        events++;
      }
    }
    assertEquals(1, events);
  }

  @Test
  void thereIsSomethingToAnswer() {
    Person olena = logIn("olena");
    List<String> types =
        get(olena, "/notifications")
            .path("notifications")
            .valueStream()
            .map(notification -> notification.path("type").asString())
            .toList();
    for (String type : List.of("follow request", "join group request", "invite to group")) {
      assertTrue(types.contains(type), types.toString());
    }
    JsonNode profile = get(olena, "/people/" + id(olena) + "/profile");
    assertTrue(profile.path("followers").asInt() >= 3, profile.toString());
    assertTrue(profile.path("following").asInt() >= 3, profile.toString());
    assertEquals(1, get(olena, "/followers/requests").size());
  }

  private static String id(Person person) {
    return get(person, "/accounts/me").path("id").asString();
  }

  @Test
  void aSecondStartDoublesNothing() throws Exception {
    Person olena = logIn("olena");
    String before = everything(olena);
    server.kill();
    server.start();
    assertEquals(before, everything(olena));
  }

  private static String everything(Person person) {
    JsonNode people = get(person, "/people?limit=100").path("items");
    JsonNode posts = get(person, "/posts?limit=50").path("items");
    return people.size() + " " + posts;
  }

  @Test
  void nothingIsAddedWhereThereAreAccountsOfOthers() throws Exception {
    Map<String, String> environment = new HashMap<>();
    try (ServerProcess other = process(environment)) {
      other.start();
      Parley lived = new Parley(other.address().toString());
      Person ann = lived.person("ann");
      other.kill();
      environment.putAll(ENVIRONMENT);
      other.start();
      assertEquals(0, get(ann, "/people?limit=100").path("items").size());
      assertEquals(0, get(ann, "/posts").path("items").size());
    }
  }
}
