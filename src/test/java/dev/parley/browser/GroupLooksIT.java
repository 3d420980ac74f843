package dev.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.client.Parley;
import dev.parley.client.Person;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every page of groups, wide and narrow, light and dark, with more in it than fits. */
class GroupLooksIT extends BrowserTest {

  private static final String ENDLESS = "Donaudampfschifffahrtsgesellschaft".repeat(3);

  /** What shows that a page is there. */
  private static final Map<String, String> SIGNS =
      Map.of(
          "groups", "own-group",
          "group-new", "pick-person",
          "group", "event-item",
          "members", "outsider",
          "events", "event-item",
          "event", "event-person",
          "group-outside", "members-only");

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

  @Test
  void everyPageFitsADeskInLight() {
    everyPageFits(desk(ann, "/"), "desk-light");
  }

  @Test
  void everyPageFitsADeskInTheDark() {
    Screen screen = desk(ann, "/settings");
    screen.takesTheme("dark");
    everyPageFits(screen, "desk-dark");
  }

  @Test
  void everyPageFitsAPhoneInTheDark() {
    everyPageFits(phone(ann, "/"), "phone-dark");
  }

  @Test
  void everyPageFitsAPhoneInLight() {
    Screen screen = phone(ann, "/settings");
    screen.takesTheme("light");
    everyPageFits(screen, "phone-light");
  }

  private void everyPageFits(Screen screen, String name) {
    Map<String, String> pages =
        Map.of(
            "groups", "/groups",
            "group-new", "/groups/new",
            "group", "/group/" + group,
            "members", "/group/" + group + "/members?invite",
            "events", "/group/" + group + "/events",
            "event", "/event/" + event,
            "group-outside", "/group/" + outside);
    pages.forEach(
        (page, path) -> {
          screen.opens(path);
          screen.isConnected();
          assertThat(screen.at(SIGNS.get(page)).first()).isVisible();
          screen.fitsItsWidth();
          assertEquals(0, screen.page().locator("[style], style").count(), path);
          screen.isPictured(page + "-" + name);
        });
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
