package dev.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.parley.client.Person;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What one does with conversations in the list, for oneself. */
class ChatListIT extends BrowserTest {

  private Person ann;
  private Person ben;
  private String chat;

  @BeforeEach
  void prepare() {
    ann = parley.person("ann");
    ben = parley.person("ben");
    chat = ben.groupWith(ann);
    ben.posts(chat, "good morning");
  }

  @Test
  void aMutedConversationSaysSoAndItsUnreadKeepQuietOnAllDevices() {
    Screen desk = desk(ann, "/");
    Screen phone = phone(ann, "/");
    assertThat(badge(desk)).hasText("1");
    assertThat(desk.page()).hasTitle("(1) Parley");
    choose(desk, "mute");
    desk.at("mute-day").click();
    for (Screen screen : List.of(desk, phone)) {
      assertThat(screen.conversation(chat).getByTestId("muted")).isVisible();
      assertThat(badge(screen)).hasClass(Pattern.compile("quiet"));
      assertThat(screen.page()).hasTitle("Parley");
      screen.isPictured("muted");
    }
    choose(desk, "unmute");
    assertThat(phone.conversation(chat).getByTestId("muted")).hasCount(0);
    assertThat(phone.page()).hasTitle("(1) Parley");
  }

  @Test
  void anArchivedConversationIsOutOfTheWayUntilSomebodyWrites() {
    Screen desk = desk(ann, "/");
    choose(desk, "archive");
    assertThat(desk.conversation(chat)).hasCount(0);
    desk.at("to-archive").click();
    assertThat(desk.conversation(chat)).isVisible();
    desk.isPictured("archive");
    desk.at("archive-back").click();
    assertThat(desk.conversation(chat)).hasCount(0);
    ben.posts(chat, "are you there?");
    assertThat(desk.conversation(chat)).isVisible();
    assertThat(desk.at("to-archive")).hasCount(0);
  }

  @Test
  void aConversationIsMarkedAsReadAndAsUnreadFromTheListOnAllDevices() {
    Screen desk = desk(ann, "/");
    Screen phone = phone(ann, "/");
    choose(desk, "mark-read");
    assertThat(badge(desk)).hasCount(0);
    assertThat(badge(phone)).hasCount(0);
    choose(desk, "mark-unread");
    assertThat(badge(phone)).hasText("1");
  }

  @Test
  void whatOneHasBegunToWriteAndBeingMentionedShowInTheList() {
    String other = ben.groupWith(ann);
    Screen desk = desk(ann, "/chat/" + chat);
    desk.at("composer").fill("I wanted to say");
    desk.opens("/chat/" + other);
    desk.isConnected();
    assertThat(desk.conversation(chat).getByTestId("draft-preview")).isVisible();
    assertThat(desk.conversation(chat)).containsText("I wanted to say");
    ben.posts(chat, "@" + ann.name() + " what do you think?");
    assertThat(desk.conversation(chat).getByTestId("mention-badge")).isVisible();
    desk.isPictured("draft-and-mention");
  }

  @Test
  void aLongPressOpensTheMenuAndDoesNotOpenTheChat() {
    Screen phone = finger(ann, "/");
    Locator item = phone.conversation(chat);
    item.dispatchEvent(
        "pointerdown",
        Map.of("pointerType", "touch", "isPrimary", true, "clientX", 60, "clientY", 200));
    assertThat(phone.at("chat-menu")).isVisible();
    phone.isPictured("chat-menu");
    phone.at("archive").click();
    assertThat(item).hasCount(0);
    assertThat(phone.page()).hasURL(Pattern.compile("/$"));
  }

  @Test
  void searchFindsMessagesByAnotherFormOfAWordAndLeadsToThem() {
    ben.posts(chat, "Вчора ми говорили про книжки");
    ben.posts(chat, "and my friends were running home");
    for (int i = 0; i < 30; i++) {
      ben.posts(chat, "something else " + i);
    }
    Screen desk = desk(ann, "/");
    desk.at("search").fill("книжка");
    assertThat(desk.at("found-message")).hasCount(1);
    desk.at("search").fill("friend run");
    assertThat(desk.at("found-message")).containsText("my friends were running home");
    desk.isPictured("search");
    desk.at("found-message").click();
    assertThat(desk.message("my friends were running home")).isInViewport();
    assertThat(desk.at("found-message")).isVisible();
    desk.at("search").fill("nobody said this");
    assertThat(desk.at("found-nothing")).isVisible();
  }

  @Test
  void searchCanBeKeptToOneConversation() {
    String other = ben.groupWith(ann);
    ben.posts(other, "good evening");
    Screen phone = phone(ann, "/chat/" + chat + "/details");
    phone.at("search-chat").click();
    phone.at("search").fill("good");
    assertThat(phone.at("found-message")).hasCount(1);
    assertThat(phone.at("search-within")).isVisible();
    phone.isPictured("search-in-a-chat");
    phone.at("found-message").click();
    assertThat(phone.message("good morning")).isInViewport();
  }

  private void choose(Screen screen, String what) {
    screen
        .conversation(chat)
        .click(
            new Locator.ClickOptions()
                .setButton(com.microsoft.playwright.options.MouseButton.RIGHT));
    screen.page().getByRole(AriaRole.MENU, new Page.GetByRoleOptions()).getByTestId(what).click();
  }

  private Locator badge(Screen screen) {
    return screen.conversation(chat).getByTestId("unread-badge");
  }
}
