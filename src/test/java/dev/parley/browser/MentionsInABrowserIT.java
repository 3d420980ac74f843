package dev.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import dev.parley.client.Person;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calling somebody by name, and hearing that one was called. */
class MentionsInABrowserIT extends BrowserTest {

  private Person ann;
  private Person ben;
  private Person bea;
  private String chat;

  @BeforeEach
  void aGroupOfThree() {
    ann = parley.person("ann");
    ben = parley.person("ben");
    bea = parley.person("bea");
    chat = ann.groupWith(ben, bea);
  }

  @Test
  void anAtOffersTheMembersAndTheKeyboardChooses() {
    Screen screen = desk(ann, "/chat/" + chat);
    screen.at("composer").pressSequentially("hello @be");
    assertThat(screen.at("mention-choice")).hasCount(2);
    screen.isPictured("mention-list-desk-light");
    assertThat(choice(screen, bea)).hasAttribute("aria-selected", "true");
    screen.at("composer").press("ArrowDown");
    assertThat(choice(screen, ben)).hasAttribute("aria-selected", "true");
    screen.at("composer").press("Enter");
    assertThat(screen.at("composer")).hasValue("hello @" + ben.name() + " ");
    assertThat(screen.at("mention-list")).hasCount(0);
    screen.at("composer").press("Enter");
    assertThat(screen.message("hello", "sent").getByTestId("mention")).hasText("@" + ben.name());
    assertEquals(ben.id(), ann.history(chat).path(1).path("mentions").path(0).asString());
  }

  @Test
  void escapeClosesTheListAndAnAddressIsNoMention() {
    Screen screen = desk(ann, "/chat/" + chat);
    screen.at("composer").pressSequentially("@");
    assertThat(screen.at("mention-choice")).hasCount(2);
    screen.at("composer").press("Escape");
    assertThat(screen.at("mention-list")).hasCount(0);
    screen.at("composer").fill("");
    screen.at("composer").pressSequentially("me@be");
    assertThat(screen.at("mention-list")).hasCount(0);
  }

  @Test
  void aFingerChoosesToo() {
    Screen screen = finger(ann, "/chat/" + chat);
    screen.at("composer").tap();
    screen.at("composer").pressSequentially("@");
    assertThat(screen.at("mention-choice")).hasCount(2);
    screen.fitsItsWidth();
    screen.isPictured("mention-list-phone-dark");
    choice(screen, bea).tap();
    assertThat(screen.at("composer")).hasValue("@" + bea.name() + " ");
    assertThat(screen.at("composer")).isFocused();
  }

  @Test
  void unreadMentionsAreCountedAndOneLeadsToTheNext() {
    ben.posts(chat, "first");
    ann.call("PUT", "/conversations/" + chat + "/read", Map.of("seq", 2)).expect(200);
    IntStream.rangeClosed(1, 20).forEach(i -> ben.posts(chat, "before " + i));
    ben.posts(chat, "one for @" + ann.name());
    IntStream.rangeClosed(1, 40).forEach(i -> ben.posts(chat, "between " + i));
    ben.posts(chat, "two for @" + ann.name());
    IntStream.rangeClosed(1, 40).forEach(i -> ben.posts(chat, "after " + i));
    Screen screen = desk(ann, "/chat/" + chat);
    Locator next = screen.at("to-mention");
    assertThat(next).hasText("2");
    assertThat(screen.at("unread-divider")).isVisible();
    screen.isPictured("mentions-desk-light");
    next.click();
    Locator lit = screen.page().locator(".message.lit");
    assertThat(lit).containsText("one for");
    assertThat(next).hasText("1");
    next.click();
    assertThat(lit).containsText("two for");
    assertThat(next).hasCount(0);
  }

  @Test
  void aMentionFurtherBackThanWhatIsLoadedIsFoundToo() {
    ben.posts(chat, "where is @" + ann.name());
    IntStream.rangeClosed(1, 520).forEach(i -> ben.posts(chat, "after " + i));
    Screen screen = desk(ann, "/chat/" + chat);
    screen.at("to-mention").click();
    assertThat(screen.page().locator(".message.lit")).containsText("where is");
    assertThat(screen.message("after 520")).hasCount(0);
  }

  @Test
  void whatIsMarkedUnreadIsUnreadAgainOnEveryDevice() {
    IntStream.rangeClosed(1, 4).forEach(i -> ben.posts(chat, "message " + i));
    Screen screen = desk(ann, "/chat/" + chat);
    Screen other = phone(ann, "/");
    Locator badge = screen.conversation(chat).getByTestId("unread-badge");
    assertThat(badge).hasCount(0);
    screen.message("message 3").hover();
    screen.message("message 3").getByTestId("message-actions").click();
    screen.at("action-unread").click();
    assertThat(screen.page()).hasURL(Pattern.compile(".*/$"));
    assertThat(badge).hasText("2");
    assertThat(other.conversation(chat).getByTestId("unread-badge")).hasText("2");
    screen.conversation(chat).click();
    assertThat(screen.at("unread-divider")).isVisible();
    assertThat(badge).hasCount(0);
    assertEquals(List.of("message 1", "message 2", "message 3", "message 4"), screen.messages());
  }

  private static Locator choice(Screen screen, Person person) {
    return screen
        .page()
        .locator("[data-testid=mention-choice][data-user-id='" + person.id() + "']");
  }
}
