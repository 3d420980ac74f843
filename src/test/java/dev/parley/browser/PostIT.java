package dev.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.parley.posts.Posting.comments;
import static dev.parley.posts.Posting.id;
import static dev.parley.posts.Posting.posts;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import dev.parley.client.Parley;
import dev.parley.client.Person;
import dev.parley.images.TestPictures;
import dev.parley.posts.Posting;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One post and what stands below it. */
class PostIT extends BrowserTest {

  private Person ann;
  private Person ben;
  private String title;
  private String post;

  @BeforeEach
  void annHasWritten() {
    ann = parley.person("ann");
    ben = parley.person("ben");
    title = Parley.unique("title");
    post = id(posts(ann, title, "categories", List.of("nature", "science")));
  }

  @Test
  void whoIsToldOfACommentIsLedToItPastTextAndPicture() {
    String tall =
        id(posts(ann, title, "body", "a line\n".repeat(40), "pictureID", Posting.picture(ann)));
    comments(ben, tall, "read to the end");
    Screen phone = phone(ann, "/notifications");
    phone.at("notice-open").first().click();
    assertThat(comment(phone, "read to the end")).isInViewport();
    phone.isPictured("post-led-to-comment-phone");
    phone.at("page-back").click();
    assertThat(phone.at("notice-open").first()).isVisible();
  }

  @Test
  void commentsAreWrittenWithPicturesAndTheAuthorSeesThemAtOnce() {
    Screen desk = desk(ann, "/post/" + post);
    assertThat(desk.at("comments-title")).hasText("No comments yet");
    Screen phone = phone(ben, "/post/" + post);
    phone
        .at("picture-input")
        .setInputFiles(new FilePayload("cat.png", "image/png", TestPictures.png(300, 200)));
    assertThat(phone.at("chosen-picture")).isVisible();
    phone.at("comment-input").fill("How *lovely*!");
    phone.at("comment-send").click();
    assertThat(comment(phone, "How lovely!").getByTestId("post-picture")).isVisible();
    assertThat(phone.at("comment-input")).hasValue("");
    assertThat(phone.at("chosen-picture")).hasCount(0);
    assertThat(comment(desk, "How lovely!").getByTestId("post-picture")).isVisible();
    assertThat(desk.at("comments-title")).hasText("One comment");
    desk.at("comment-input").fill("Thank you");
    desk.at("comment-input").press("Enter");
    assertThat(comment(desk, "Thank you")).isVisible();
    desk.isPictured("post-desk-light");
    phone.fitsItsWidth();
    phone.isPictured("post-phone-dark");
  }

  @Test
  void ownCommentsAreChangedAndDeletedWhereTheyStand() {
    comments(ben, post, "frist");
    comments(ann, post, "well");
    Screen desk = desk(ben, "/post/" + post);
    comment(desk, "well").waitFor();
    assertThat(comment(desk, "well").getByTestId("comment-menu")).hasCount(0);
    comment(desk, "frist").getByTestId("comment-menu").click();
    desk.at("comment-edit").click();
    Locator input = desk.at("comment-edit-form").getByTestId("comment-input");
    assertThat(input).hasValue("frist");
    input.fill("first");
    input.press("Enter");
    assertThat(comment(desk, "first").getByTestId("edited")).isVisible();
    assertThat(comment(desk, "first").getByTestId("comment-menu")).isFocused();
    comment(desk, "first").getByTestId("comment-menu").click();
    desk.at("comment-delete").click();
    desk.at("dialog-confirm").click();
    assertThat(comment(desk, "first")).hasCount(0);
    assertThat(desk.at("comments-title")).hasText("One comment");
  }

  @Test
  void theAuthorOfAPostTakesAwayWhatStandsBelowIt() {
    comments(ben, post, "rubbish");
    Screen desk = desk(ann, "/post/" + post);
    comment(desk, "rubbish").getByTestId("comment-menu").click();
    assertThat(desk.at("comment-edit")).hasCount(0);
    desk.at("comment-delete").click();
    desk.at("dialog-confirm").click();
    assertThat(comment(desk, "rubbish")).hasCount(0);
  }

  @Test
  void likesAndDislikesCountOnceAndAreTakenBack() {
    comments(ann, post, "and more");
    Screen desk = desk(ben, "/post/" + post);
    Locator head = desk.at("post");
    head.getByTestId("like").click();
    assertThat(head.getByTestId("like")).hasText("1");
    assertThat(head.getByTestId("like")).hasAttribute("aria-pressed", "true");
    head.getByTestId("dislike").click();
    assertThat(head.getByTestId("like")).hasText("");
    assertThat(head.getByTestId("dislike")).hasText("1");
    head.getByTestId("dislike").click();
    assertThat(head.getByTestId("dislike")).hasText("");
    Locator below = comment(desk, "and more");
    below.getByTestId("like").click();
    assertThat(below.getByTestId("like")).hasAttribute("aria-pressed", "true");
    desk.page()
        .waitForCondition(
            () -> ann.get("/posts/" + post).body().at("/comments/0/content/likes/1").asInt() == 1);
    Screen author = desk(ann, "/post/" + post);
    assertThat(comment(author, "and more").getByTestId("like")).hasText("1");
    head.getByTestId("like").click();
    assertThat(author.at("post").getByTestId("like")).hasText("1");
  }

  @Test
  void anOwnPostIsChangedWhereItStands() {
    Screen desk = desk(ann, "/post/" + post);
    desk.at("post-menu").click();
    desk.at("post-edit").click();
    assertThat(desk.at("title-input")).hasValue(title);
    desk.at("title-input").fill("Better " + title);
    desk.at("for-1").locator("xpath=..").click();
    desk.at("choose-category").first().locator("xpath=..").click();
    desk.at("post-submit").click();
    assertThat(desk.at("post-title")).hasText("Better " + title);
    assertThat(desk.at("post-audience")).hasText("Followers");
    assertThat(desk.at("edited")).isVisible();
    assertThat(desk.at("post-category")).hasText(new String[] {"art", "nature", "science"});
    Screen stranger = desk(ben, "/post/" + post);
    assertThat(stranger.at("page-missing")).isVisible();
  }

  @Test
  void whoDidNotWriteItFindsNothingToChangeUnlessTheyKeepOrder() {
    Screen desk = desk(ben, "/post/" + post);
    desk.at("post-menu").click();
    assertThat(desk.at("post-link")).isVisible();
    assertThat(desk.at("post-edit")).hasCount(0);
    assertThat(desk.at("post-delete")).hasCount(0);
    Screen moderator = desk(Posting.inOffice(parley.person("mod"), "moderator"), "/post/" + post);
    moderator.at("post-menu").click();
    assertThat(moderator.at("post-edit")).hasCount(0);
    moderator.at("post-delete").click();
    moderator.at("dialog-confirm").click();
    assertThat(moderator.at("page-title")).hasText("Feed");
    desk.page().reload();
    assertThat(desk.at("page-missing")).isVisible();
  }

  @Test
  void manyCommentsBeginWithTheNewestAndGoBackOnDemand() {
    IntStream.rangeClosed(1, 203).forEach(i -> comments(ben, post, "number " + i + "."));
    Screen desk = desk(ann, "/post/" + post);
    assertThat(comment(desk, "number 203.")).hasCount(1);
    assertThat(comment(desk, "number 3.")).hasCount(0);
    desk.at("earlier-comments").click();
    assertThat(desk.at("comment-text").first()).hasText("number 1.");
    assertThat(desk.at("earlier-comments")).hasCount(0);
    comments(ben, post, "number 204.");
    assertThat(desk.at("comment-text").last()).hasText("number 204.");
    assertThat(desk.at("comment-text").first()).hasText("number 1.");
  }

  @Test
  void whatWasBegunBelowAPostSurvivesAReload() {
    Screen desk = desk(ben, "/post/" + post);
    desk.at("comment-input").fill("wait for it");
    desk.isKept("wait for it");
    desk.page().reload();
    assertThat(desk.at("comment-input")).hasValue("wait for it");
    desk.goesOffline();
    assertThat(desk.at("comment-offline")).isVisible();
    assertThat(desk.at("comment-send")).isDisabled();
    desk.comesBack();
    desk.isConnectedWithin(30);
    desk.at("comment-send").click();
    assertThat(comment(desk, "wait for it")).isVisible();
    desk.forgetsLostConnections();
  }

  @Test
  void authorAndCategoriesLeadOn() {
    Screen desk = desk(ben, "/post/" + post);
    assertThat(desk.at("author"))
        .hasAttribute("href", Pattern.compile("/profile/" + ann.id() + "$"));
    desk.at("post-category").first().click();
    assertThat(desk.at("feed-filter")).hasText("nature");
    assertThat(desk.at("post-title").first()).hasText(title);
  }

  @Test
  void aLinkToAPostIsFollowedWithinThePage() {
    String link = id(posts(ann, "see", "body", "as in " + parley.root() + "/post/" + post));
    Screen desk = desk(ben, "/post/" + link);
    desk.page().evaluate("window.same = true");
    desk.at("post-text").locator("a").click();
    assertThat(desk.at("post-title")).hasText(title);
    assertEquals(true, desk.page().evaluate("window.same"));
  }

  @Test
  void whatOneMayNotSeeAnyMoreIsGoneWithTheNextClick() {
    Screen desk = desk(ben, "/post/" + post);
    assertThat(desk.at("post-title")).hasText(title);
    ann.call("PUT", "/people/" + ben.id() + "/block", null).expect(204);
    desk.at("like").click();
    assertThat(desk.at("page-missing")).isVisible();
  }

  private static Locator comment(Screen screen, String text) {
    return screen.at("comment").filter(new Locator.FilterOptions().setHasText(text));
  }
}
