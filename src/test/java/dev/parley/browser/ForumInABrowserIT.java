package dev.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import dev.parley.client.Person;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Of the forum's list of wishes what one sees and no other test shows. The others: live chat in
 * {@link TwoBrowsersIT} and {@link SendingInABrowserIT}, the state of the connection in {@link
 * OfflineIT}, a restart in {@link RestartIT}, the list of people and who is new or online in {@link
 * ListsIT}, a room with a generated name in {@link GroupsInABrowserIT}, the way through log-in and
 * back in {@link ComingInIT}, notifications in {@link OwnPagesIT} and {@link
 * NotificationsInABrowserIT}, pictures in {@link AttachmentsInABrowserIT}, pages of people in
 * {@link ProfileIT}, posts in {@link FeedIT}; editing and deleting in {@link MessageMenuIT}.
 */
class ForumInABrowserIT extends BrowserTest {

  /** Neither a whole hour nor a half from Greenwich, so that the minutes differ, too. */
  private static final List<String> ZONES = List.of("UTC", "Asia/Kathmandu");

  @Test
  void timeAndNameStandByEachMessageInTheReadersTimeZone() {
    Person ann = parley.person("ann");
    Person ben = parley.person("ben");
    String chat = ann.groupWith(ben);
    ann.posts(chat, "what time is it?");
    Instant sent = Instant.parse(ben.history(chat).get(0).path("dateCreate").asString());
    for (String zone : ZONES) {
      Screen screen = deskIn(zone, ben, "/chat/" + chat);
      Locator message = screen.message("what time is it?");
      assertThat(message.getByTestId("message-sender")).hasText(ann.name());
      String shown = message.getByTestId("message-time").innerText();
      assertEquals(
          sent.atZone(ZoneId.of(zone)).getMinute(),
          Integer.parseInt(shown.replaceFirst("(?s).*?\\d+:(\\d\\d).*", "$1")),
          zone + " " + shown);
    }
  }
}
