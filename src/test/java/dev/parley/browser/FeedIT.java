package dev.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import dev.parley.client.Parley;
import dev.parley.client.Person;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people have written, one after the other. */
class FeedIT extends BrowserTest {

  private Person ann;
  private Person ben;
  private Person eve;
  private String word;

  @BeforeEach
  void annWritesBenFollowsEveIsAStranger() {
    ann = parley.person("ann");
    ben = parley.person("ben");
    eve = parley.person("eve");
    word = Parley.unique("topic");
    ben.call("PUT", "/follows/" + ann.id(), null).expect(200);
  }

  @Test
  void postsComeInPortionsAsOneScrollsTheNewestFirst() {
    IntStream.rangeClosed(1, 25).forEach(i -> write(ann, "number " + i));
    Screen screen = desk(eve, "/feed");
    assertThat(screen.at("post-title").first()).hasText("number 25");
    assertEquals(10, screen.at("post").count());
    screen
        .page()
        .waitForCondition(
            () -> {
              screen.page().locator(".page-body").evaluate("body => body.scrollTop += 1500");
              return post(screen, "number 1").count() == 1;
            });
    List<String> all = screen.at("post-title").allInnerTexts();
    assertEquals(
        IntStream.iterate(25, i -> i - 1).limit(25).mapToObj(i -> "number " + i).toList(),
        all.subList(0, 25));
    screen.isPictured("feed-desk-light");
  }

  private void write(Person person, String title, Object... more) {
    Map<String, Object> body = new HashMap<>(Map.of("title", title, "body", "about " + title));
    for (int i = 0; i < more.length; i += 2) {
      body.put((String) more[i], more[i + 1]);
    }
    person.call("POST", "/posts", body).expect(201);
  }

  private static Locator post(Screen screen, String title) {
    return screen
        .at("post")
        .filter(
            new Locator.FilterOptions()
                .setHas(
                    screen
                        .page()
                        .getByTestId("post-title")
                        .getByText(title, new Locator.GetByTextOptions().setExact(true))));
  }
}
