package dev.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.parley.posts.Posting.comments;
import static dev.parley.posts.Posting.id;
import static dev.parley.posts.Posting.posts;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import dev.parley.client.Parley;
import dev.parley.client.Person;
import dev.parley.posts.Posting;
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
    IntStream.rangeClosed(1, 25).forEach(i -> posts(ann, "number " + i));
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

  @Test
  void aNewPostOfSomebodyWhomOneFollowsIsAnnouncedAndMovesNothing() {
    posts(ann, "old " + word);
    Screen screen = phone(ben, "/feed");
    assertThat(screen.at("post-title").first()).hasText("old " + word);
    posts(ann, "new " + word);
    assertThat(screen.at("posts-fresh")).hasText("A new post");
    assertThat(screen.at("post-title").first()).hasText("old " + word);
    screen.isPictured("feed-fresh-phone-dark");
    screen.at("posts-fresh").click();
    assertThat(screen.at("post-title").first()).hasText("new " + word);
    assertThat(screen.at("posts-fresh")).hasCount(0);
    screen.fitsItsWidth();
  }

  @Test
  void theCommentsOfOnesOwnPostAreCountedLive() {
    String post = id(posts(ann, word));
    Screen screen = desk(ann, "/feed");
    assertThat(post(screen, word).getByTestId("comment-count")).hasText("");
    comments(ben, post, "well");
    assertThat(post(screen, word).getByTestId("comment-count")).hasText("1");
    ben.call(
            "POST",
            "/reactions",
            Map.of("messageType", "post", "messageID", post, "reaction", true))
        .expect(200);
    assertThat(post(screen, word).getByTestId("like")).hasText("1");
  }

  @Test
  void aCategoryIsChosenFromTheMenuAndKeptByTheAddress() {
    posts(ann, "about art " + word, "categories", List.of("art"));
    posts(ann, "about food " + word, "categories", List.of("food"));
    Screen screen = desk(eve, "/feed");
    assertThat(post(screen, "about art " + word)).isVisible();
    screen.at("feed-filter").click();
    screen.isPictured("feed-filter-desk-light");
    assertThat(screen.at("change-categories")).hasCount(0);
    screen.at("filter-category").getByText("food").click();
    assertThat(post(screen, "about food " + word)).isVisible();
    assertThat(post(screen, "about art " + word)).hasCount(0);
    screen.page().reload();
    assertThat(screen.at("feed-filter")).hasText("food");
    assertThat(post(screen, "about food " + word)).isVisible();
    assertThat(post(screen, "about art " + word)).hasCount(0);
    screen.page().goBack();
    assertThat(post(screen, "about art " + word)).isVisible();
  }

  @Test
  void whoReturnsFromAPostFindsThePlaceWhereTheyWere() {
    IntStream.rangeClosed(1, 25).forEach(i -> posts(ann, "number " + i));
    Screen screen = desk(eve, "/feed");
    screen
        .page()
        .waitForCondition(
            () -> {
              screen.page().locator(".page-body").evaluate("body => body.scrollTop += 1500");
              return post(screen, "number 8").count() == 1;
            });
    post(screen, "number 8").getByTestId("post-title").locator("a").click();
    assertThat(screen.at("page-title")).hasText("Post");
    screen.at("page-back").click();
    assertThat(post(screen, "number 8")).isInViewport();
    screen.at("nav-chats").click();
    screen.at("nav-feed").click();
    assertThat(screen.at("post-title").first()).isInViewport();
  }

  @Test
  void moderatorsMakeRenameAndRetireCategories() {
    Person mod = Posting.inOffice(parley.person("mod"), "moderator");
    Screen screen = desk(mod, "/feed");
    screen.at("feed-filter").click();
    screen.at("change-categories").click();
    screen.at("category-name").fill("art");
    screen.at("category-add").click();
    assertThat(screen.at("category-problem")).hasText("There is such a category already");
    screen.at("category-name").fill(word);
    screen.at("category-name").press("Enter");
    Locator row = screen.at("category").filter(new Locator.FilterOptions().setHasText(word));
    row.getByTestId("category-rename").click();
    screen.at("category-new-name").fill("my " + word);
    screen.at("category-new-name").press("Enter");
    assertThat(row).containsText("my " + word);
    screen.isPictured("categories-desk-light");
    row.getByTestId("category-retire").click();
    assertThat(row).hasAttribute("data-retired", "true");
    screen.at("categories-close").click();
    screen.at("feed-filter").click();
    assertThat(screen.at("filter-category").first()).isVisible();
    assertThat(screen.at("filter-category").getByText(word)).hasCount(0);
  }

  @Test
  void theSearchFindsPostsByAnyFormOfTheirWordsAndNoneThatAreNotForOnesEyes() {
    posts(ann, "Swimming " + word, "body", "We swam across " + word);
    posts(ann, "Secret " + word, "body", "We swam " + word, "postType", 2);
    Screen screen = desk(eve, "/search?text=" + word);
    assertThat(screen.at("found-post")).hasCount(1);
    screen.isPictured("found-posts-desk-light");
    screen.at("found-post").click();
    assertThat(screen.at("post-title")).hasText("Swimming " + word);
    screen.opens("/search?text=nothing-like-" + word + "x");
    assertThat(screen.at("found-nothing")).isVisible();
  }

  @Test
  void ownPostsAreChangedAndDeletedFromTheList() {
    posts(ann, "one " + word);
    posts(ann, "two " + word);
    Screen screen = desk(ann, "/feed");
    post(screen, "one " + word).getByTestId("post-menu").click();
    screen.at("post-edit").click();
    screen.at("title-input").fill("first " + word);
    screen.at("post-cancel").click();
    assertThat(screen.at("post-title")).hasText("one " + word);
    screen.page().reload();
    screen.at("page-back").click();
    post(screen, "two " + word).getByTestId("post-menu").click();
    screen.at("post-delete").click();
    screen.at("dialog-confirm").click();
    assertThat(post(screen, "two " + word)).hasCount(0);
    assertThat(post(screen, "one " + word)).isVisible();
  }

  @Test
  void aLongPostIsCutAndReadOnItsOwnPage() {
    posts(ann, word, "body", "A long story. ".repeat(200));
    Screen screen = desk(eve, "/feed");
    post(screen, word).getByTestId("read-on").click();
    assertThat(screen.at("page-title")).hasText("Post");
    assertThat(screen.at("post-text")).containsText("A long story.");
    assertThat(screen.at("read-on")).hasCount(0);
  }

  @Test
  void withoutAConnectionTheFeedSaysSoAndStaysToBeRead() {
    posts(ann, word);
    Screen screen = desk(eve, "/feed");
    assertThat(post(screen, word)).isVisible();
    screen.goesOffline();
    assertThat(post(screen, word)).isVisible();
    post(screen, word).getByTestId("like").click();
    assertThat(screen.at("toast")).hasText("You are offline, and this needs the connection");
    assertThat(post(screen, word).getByTestId("like")).hasText("");
    screen.comesBack();
    screen.isConnectedWithin(30);
    post(screen, word).getByTestId("like").click();
    assertThat(post(screen, word).getByTestId("like")).hasText("1");
    screen.forgetsLostConnections();
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
