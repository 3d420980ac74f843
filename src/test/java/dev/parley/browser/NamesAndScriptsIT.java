package dev.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.parley.browser.ProfileIT.follows;
import static dev.parley.browser.ProfileIT.hides;
import static dev.parley.posts.Posting.comments;
import static dev.parley.posts.Posting.id;
import static dev.parley.posts.Posting.posts;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import dev.parley.client.Parley;
import dev.parley.client.Person;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** People are called the same everywhere, and a text runs the way of its own writing. */
class NamesAndScriptsIT extends BrowserTest {

  private static final String ARABIC = "صباح الخير";

  private final Person ann = named(parley.person("ann"), "Ann of the Mountains");
  private final Person ben = parley.person("ben");

  @Test
  void whoMadeAGroupAndAnEventAndWhoInvitesIsCalledByTheFullName() {
    String group = ann.foundsGroupWith();
    ann.invites(group, ben);
    Screen phone = phone(ben, "/groups");
    assertThat(phone.at("invitations")).containsText("by Ann of the Mountains");
    phone.opens("/group/" + group);
    assertThat(phone.at("group-creator")).hasText("Ann of the Mountains");
    phone.opens("/event/" + ann.plans(ann.foundsGroupWith(ben), "Walk"));
    assertThat(phone.at("event-creator")).hasText("Ann of the Mountains");
    phone.fitsItsWidth();
  }

  @Test
  void whoWroteAPostThatIsFoundIsCalledByTheFullName() {
    String word = Parley.unique("word");
    posts(ann, word);
    Screen desk = desk(ben, "/search?text=" + word);
    assertThat(desk.at("found-post")).containsText("Ann of the Mountains:");
  }

  @Test
  void aLongNameBesideTwoAnswersIsNotCutOnAPhone() {
    hides(ben);
    follows(ann, ben);
    Screen phone = phone(ben, "/requests");
    Locator name = phone.at("requests").locator(".item-name");
    assertThat(name).hasText("Ann of the Mountains");
    assertEquals(true, name.evaluate("each => each.scrollWidth <= each.clientWidth"));
    phone.isPictured("requests-long-name-phone");
    phone.fitsItsWidth();
  }

  @Test
  void whatRunsFromRightToLeftBeginsAtTheRight() {
    String post = id(posts(ann, ARABIC, "body", ARABIC));
    comments(ann, post, ARABIC);
    Screen phone = phone(ben, "/post/" + post);
    runs(phone.at("post-title"), "rtl");
    runs(phone.at("post-text"), "rtl");
    runs(phone.at("comment-text"), "rtl");
    runs(phone.at("comment-input"), "ltr");
    phone.at("comment-input").fill(ARABIC);
    runs(phone.at("comment-input"), "rtl");
    phone.isPictured("post-right-to-left-phone");
    phone.opens("/people/" + ann.id());
    phone.at("composer").fill(ARABIC);
    runs(phone.at("composer"), "rtl");
    phone.opens("/write");
    phone.at("title-input").fill(ARABIC);
    phone.at("body-input").fill("Good morning");
    runs(phone.at("title-input"), "rtl");
    runs(phone.at("body-input"), "ltr");
  }

  @Test
  void aLinkInWhatOneTellsOfOneselfCanBeFollowed() {
    ann.call("PATCH", "/people/me", Map.of("about", "See https://example.org/me")).expect(200);
    Screen desk = desk(ben, "/profile/" + ann.id());
    assertThat(desk.at("profile-about").locator("a"))
        .hasAttribute("href", "https://example.org/me");
    assertThat(desk.at("profile-about").locator("a")).hasAttribute("target", "_blank");
  }

  private static void runs(Locator text, String direction) {
    assertThat(text).hasCSS("direction", direction);
  }

  private static Person named(Person person, String fullName) {
    person.call("PATCH", "/people/me", Map.of("fullName", fullName)).expect(200);
    return person;
  }
}
