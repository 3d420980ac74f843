package dev.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.parley.posts.Posting.id;
import static dev.parley.posts.Posting.posts;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.microsoft.playwright.options.FilePayload;
import dev.parley.client.Parley;
import dev.parley.client.Person;
import dev.parley.images.TestPictures;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page where one writes a post. */
class WritingAPostIT extends BrowserTest {

  private Person ann;
  private Person ben;
  private Person eve;
  private String title;

  @BeforeEach
  void benFollowsAnnAndEveIsAStranger() {
    ann = parley.person("ann");
    ben = parley.person("ben");
    eve = parley.person("eve");
    title = Parley.unique("title");
    ben.call("PUT", "/follows/" + ann.id(), null).expect(200);
  }

  @Test
  void thePageSaysWhoWillSeeThePostBeforeItIsSent() {
    Screen desk = desk(ann, "/write");
    assertThat(desk.at("who-sees")).hasText("Everybody here, except people you have blocked.");
    choose(desk, 1);
    assertThat(desk.at("who-sees")).hasText("Your 1 follower, and whoever follows you later.");
    choose(desk, 2);
    assertThat(desk.at("who-sees")).containsText("Only you: you have chosen no close friends yet.");

    ann.call("PUT", "/close-friends/" + ben.id(), null).expect(204);
    ann.call("PATCH", "/people/me", Map.of("profileType", 1)).expect(200);
    desk.page().reload();
    choose(desk, 0);
    assertThat(desk.at("who-sees")).hasText("Your profile is private: only your 1 follower.");
    choose(desk, 2);
    assertThat(desk.at("who-sees")).hasText("Your 1 close friend: " + ben.name() + ".");
  }

  @Test
  void whatIsWrittenForCloseFriendsIsSeenByThemAndInNoStrangersBrowser() {
    ann.call("PUT", "/close-friends/" + ben.id(), null).expect(204);
    Screen desk = desk(ann, "/write");
    write(desk, title, "between us");
    choose(desk, 2);
    desk.at("post-submit").click();
    assertThat(desk.at("post-title")).hasText(title);
    assertThat(desk.at("post-audience")).hasText("Close friends");
    String path = desk.page().url().replace(parley.root().toString(), "");

    Screen friend = phone(ben, "/feed");
    assertThat(friend.at("post-title").first()).hasText(title);
    Screen stranger = desk(eve, "/feed");
    posts(ann, "for all " + title);
    stranger.page().reload();
    assertThat(stranger.at("post-title").first()).hasText("for all " + title);
    assertFalse(stranger.page().content().contains("between us"));
    stranger.opens(path);
    assertThat(stranger.at("page-missing")).isVisible();
    assertFalse(stranger.page().content().contains("between us"));
  }

  @Test
  void aPictureThatIsNoneIsRefusedInWordsAndARealOneIsShown() {
    Screen desk = desk(ann, "/write");
    write(desk, title, "with a picture");
    desk.at("picture-input")
        .setInputFiles(new FilePayload("cat.png", "image/png", "no picture".getBytes(UTF_8)));
    assertThat(desk.at("picture-problem"))
        .hasText("This is not a picture. Choose a PNG, JPEG, GIF or WebP.");
    assertThat(desk.at("chosen-picture")).hasCount(0);
    desk.at("picture-input")
        .setInputFiles(new FilePayload("cat.png", "image/png", TestPictures.png(600, 300)));
    assertThat(desk.at("chosen-picture")).isVisible();
    assertThat(desk.at("picture-problem")).hasCount(0);
    desk.isPictured("write-desk-light");
    desk.at("post-submit").click();
    assertThat(desk.at("post-picture")).isVisible();
    desk.at("post-picture").click();
    assertThat(desk.at("lightbox-image")).isVisible();
  }

  @Test
  void whatWasBegunSurvivesAReloadAndIsGoneWhenItIsPosted() {
    Screen phone = phone(ann, "/write");
    write(phone, title, "begun on the phone");
    phone.at("choose-category").first().locator("xpath=..").click();
    choose(phone, 1);
    phone
        .at("picture-input")
        .setInputFiles(new FilePayload("cat.png", "image/png", TestPictures.png(300, 200)));
    assertThat(phone.at("chosen-picture")).isVisible();
    phone.isKept("begun on the phone");
    phone.isKept("/preview");
    phone.page().reload();
    assertThat(phone.at("title-input")).hasValue(title);
    assertThat(phone.at("body-input")).hasValue("begun on the phone");
    assertThat(phone.at("choose-category").first()).isChecked();
    assertThat(phone.at("for-1")).isChecked();
    assertThat(phone.at("chosen-picture")).isVisible();
    phone.fitsItsWidth();
    phone.isPictured("write-phone-dark");
    phone.at("post-submit").click();
    assertThat(phone.at("post-picture")).isVisible();
    phone.isForgotten("begun on the phone");
    phone.opens("/write");
    assertThat(phone.at("title-input")).hasValue("");
  }

  @Test
  void whatWasBegunIsNobodyElsesAfterLogOut() {
    Person named = parley.register(Parley.unique("dot"), Screen.PASSWORD);
    Screen desk = desk(named, "/write");
    write(desk, title, "a secret");
    desk.isKept("a secret");
    desk.opens("/settings");
    desk.at("logout").click();
    assertThat(desk.at("login-name")).isVisible();
    desk.isForgotten("a secret");
  }

  @Test
  void withoutAConnectionThePageSaysSoAndKeepsWhatIsWritten() {
    Screen desk = desk(ann, "/write");
    desk.goesOffline();
    write(desk, title, "on a train");
    assertThat(desk.at("post-offline")).hasText("You’re offline. What you write is kept here.");
    assertThat(desk.at("post-submit")).isDisabled();
    desk.comesBack();
    desk.isConnectedWithin(30);
    desk.at("post-submit").click();
    assertThat(desk.at("post-title")).hasText(title);
    assertThat(desk.at("post-text")).hasText("on a train");
    desk.forgetsLostConnections();
  }

  @Test
  void titleAndTextAreAskedForAndCounted() {
    Screen desk = desk(ann, "/write");
    desk.at("post-submit").click();
    assertThat(desk.at("title-error")).hasText("A title, please");
    assertThat(desk.at("body-error")).hasText("Some text, please");
    desk.at("title-input").fill("four");
    assertThat(desk.at("title-count")).hasText("4 / 200");
    desk.at("body-input").fill("x".repeat(10_001));
    assertThat(desk.at("body-count")).hasText("10,001 / 10,000");
    desk.at("post-submit").click();
    assertThat(desk.at("body-error")).hasText("This is too long");
    assertThat(desk.at("body-input")).isFocused();
  }

  @Test
  void aPostOfAGroupSaysSoAndIsForItsMembers() {
    String group = ann.foundsGroupWith(ben);
    Screen desk = desk(ann, "/write?group=" + group);
    assertThat(desk.at("who-sees")).containsText("Only the members of group");
    assertThat(desk.at("who-sees")).containsText("2 people");
    assertThat(desk.at("for-0")).hasCount(0);
    write(desk, title, "for us");
    desk.at("post-submit").click();
    assertThat(desk.at("post-group"))
        .hasAttribute("href", Pattern.compile("/group/" + group + "$"));
    String path = desk.page().url().replace(parley.root().toString(), "");

    Screen member = desk(ben, path);
    assertThat(member.at("post-title")).hasText(title);
    Screen stranger = desk(eve, path);
    assertThat(stranger.at("page-missing")).isVisible();
    stranger.opens("/write?group=" + group);
    assertThat(stranger.at("write-stranger")).isVisible();
  }

  @Test
  void whatIsWrittenIsFormattedButNeverAPage() {
    String id =
        id(posts(ann, "<b>" + title, "body", "**bold** <img src=x onerror=window.broken=1>"));
    Screen desk = desk(eve, "/post/" + id);
    assertThat(desk.at("post-title")).hasText("<b>" + title);
    assertThat(desk.at("post-text").locator("strong")).hasText("bold");
    assertThat(desk.page().locator("[src=x], [onerror]")).hasCount(0);
  }

  private static void write(Screen screen, String title, String text) {
    screen.at("title-input").fill(title);
    screen.at("body-input").fill(text);
  }

  private static void choose(Screen screen, int audience) {
    screen.at("for-" + audience).locator("xpath=..").click();
    assertThat(screen.at("for-" + audience)).isChecked();
  }
}
