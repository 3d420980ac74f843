package dev.parley.browser;

import dev.parley.client.Parley;
import dev.parley.client.Person;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;

/** Every page of groups, wide and narrow, light and dark, with more in it than fits. */
class GroupLooksIT extends LooksTest {

  private static final String ENDLESS = "Donaudampfschifffahrtsgesellschaft".repeat(3);

  private Person ann;
  private String group;
  private String outside;
  private String event;

  @BeforeEach
  void aGroupWithMuchInIt() {
    ann = parley.person("ann");
    Person ben = parley.person("ben-of-the-long-name");
    group = ann.foundsGroupWith(ben);
    String about =
        "We meet on Fridays at seven, play until the last bus goes, and then some.\n\n" + ENDLESS;
    ann.call(
            "PATCH",
            "/groups/" + group,
            Map.of(
                "title",
                Parley.unique("Chess") + " " + ENDLESS.substring(0, 60),
                "description",
                about))
        .expect(200);
    event = plan("A walk by the river", 3);
    plan("The great tournament " + ENDLESS, 40);
    for (Person each : new Person[] {ann, ben}) {
      each.call("PUT", "/events/" + event + "/answer", Map.of("option", 1)).expect(200);
    }
    parley.person("cid").call("POST", "/groups/" + group + "/requests", null).expect(200);
    outside = ben.foundsGroupWith();
    String others = ben.foundsGroupWith();
    ben.invites(others, ann);
  }

  @Override
  Person reader() {
    return ann;
  }

  @Override
  List<Look> looks() {
    String page = "/group/" + group;
    return List.of(
        new Look("groups", "/groups", "own-group"),
        new Look("group-new", "/groups/new", "pick-person"),
        new Look("group", page, "event-item"),
        new Look("members", page + "/members?invite", "outsider"),
        new Look("events", page + "/events", "event-item"),
        new Look("event", "/event/" + event, "event-person"),
        new Look("group-outside", "/group/" + outside, "members-only"));
  }

  private String plan(String title, int days) {
    String when = Instant.now().plusSeconds(days * 86_400L).toString();
    Map<String, String> fields =
        Map.of("title", title, "description", "Bring shoes.\n" + ENDLESS, "dateEvent", when);
    return ann.call("POST", "/groups/" + group + "/events", fields)
        .expect(201)
        .body()
        .path("id")
        .asString();
  }
}
