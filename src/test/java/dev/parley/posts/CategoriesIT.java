package dev.parley.posts;

import static dev.parley.posts.Posting.id;
import static dev.parley.posts.Posting.inOffice;
import static dev.parley.posts.Posting.post;
import static dev.parley.posts.Posting.posts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.client.Parley;
import dev.parley.client.Person;
import dev.parley.client.Wire;
import dev.parley.harness.ClientTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CategoriesIT extends ClientTest {

  private static final String MISSING = "99999999";

  private final Person ann = parley.person("ann");
  private final Person moderator = inOffice(parley.person("moderator"), "moderator");

  private static List<String> names(JsonNode categories) {
    return categories.valueStream().map(c -> c.path("name").asString()).toList();
  }

  @Test
  void categoriesAreThereForEverybody() {
    try (Wire wire = ann.connects()) {
      List<String> names = names(wire.asks("categories", Map.of()));
      assertTrue(names.containsAll(List.of("love", "nature", "science")));
      assertEquals(names, names(ann.get("/categories").expect(200).body()));
    }
  }

  @Test
  void createRenameAndRetireCategoryAreSeenOnPosts() {
    String name = Parley.unique("Gardens");
    String other = Parley.unique("Parks");
    try (Wire wire = moderator.connects()) {
      String category = id(wire.asks("createCategory", Map.of("name", name)));
      String post = id(posts(ann, "one", "categories", List.of(name.toUpperCase())));
      assertEquals(name, ann.get("/posts/" + post).body().path("categories").get(0).asString());
      wire.asks("renameCategory", Map.of("categoryID", category, "name", other));
      assertEquals(other, ann.get("/posts/" + post).body().path("categories").get(0).asString());
      assertTrue(
          wire.asks("retireCategory", Map.of("categoryID", category)).path("retired").asBoolean());
      assertFalse(names(wire.asks("categories", Map.of())).contains(other));
      assertTrue(names(wire.asks("categories", Map.of("retired", true))).contains(other));
      post(ann, "two", "categories", List.of(other)).refused(400, "invalid");
      JsonNode edited =
          ann.call("PATCH", "/posts/" + post, Map.of("categories", List.of(other, "love")))
              .expect(200)
              .body();
      assertEquals(2, edited.path("categories").size(), "a post keeps what it has");
      wire.asks("retireCategory", Map.of("categoryID", category, "retired", false));
      posts(ann, "three", "categories", List.of(other));
    }
  }

  @Test
  void createRenameAndRetireCategoryAreRefusedToAllButModerators() {
    try (Wire wire = ann.connects()) {
      for (String id : List.of("1", MISSING)) {
        Map<String, Object> payload = Map.of("name", Parley.unique("x"), "categoryID", id);
        for (String type : List.of("createCategory", "renameCategory", "retireCategory")) {
          wire.isRefused(type, payload, "forbidden");
        }
        ann.call("PATCH", "/categories/" + id, Map.of("retired", true)).refused(403, "forbidden");
      }
      ann.call("POST", "/categories", Map.of("name", "x")).refused(403, "forbidden");
    }
  }

  @Test
  void createRenameAndRetireCategoryAreRefusedWithoutSense() {
    try (Wire wire = moderator.connects()) {
      String category = id(wire.asks("createCategory", Map.of("name", Parley.unique("Gardens"))));
      for (String name : List.of(" ", "x".repeat(51))) {
        wire.isRefused("createCategory", Map.of("name", name), "invalid");
        wire.isRefused("renameCategory", Map.of("categoryID", category, "name", name), "invalid");
      }
      wire.isRefused("createCategory", Map.of("name", "LOVE"), "conflict");
      wire.isRefused("renameCategory", Map.of("categoryID", category, "name", "Love"), "conflict");
      wire.isRefused("renameCategory", Map.of("categoryID", MISSING, "name", "y"), "notFound");
      wire.isRefused("retireCategory", Map.of("categoryID", MISSING), "notFound");
    }
  }
}
