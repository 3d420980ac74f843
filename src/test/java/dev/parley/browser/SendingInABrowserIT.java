package dev.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import dev.parley.client.Person;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a message that one writes, with a server in between that misbehaves. */
class SendingInABrowserIT extends BrowserTest {

  private Person ann;
  private Person ben;
  private String chat;
  private Screen screen;
  private Interference line;

  @BeforeEach
  void annIsInAChatWithBen() {
    ann = parley.person("ann");
    ben = parley.person("ben");
    chat = ann.privateChatWith(ben);
    screen = desk();
    line = new Interference(screen.page());
    screen.entersAs(ann, "/chat/" + chat);
  }

  @Test
  void aMessageIsShownAtOnceAsSendingAndAsSentWhenTheServerHasIt() {
    line.holdsSends();
    screen.writes("hello ben");
    assertThat(screen.message("hello ben", "sending")).isVisible();
    assertThat(screen.message("hello ben").getByTestId("message-sender")).hasText("You");
    assertThat(screen.message("hello ben").getByTestId("message-time")).isVisible();
    assertThat(screen.at("composer")).hasValue("");
    assertEquals(List.of(), stored());

    line.releases();
    assertThat(screen.message("hello ben", "sent")).hasCount(1);
    assertEquals(List.of("hello ben"), stored());
  }

  @Test
  void aMessageWhoseReceiptIsLostWithTheConnectionIsStoredAndShownOnce() {
    line.losesTheNextReceipt();
    screen.writes("only once");
    screen.writes("and then this");
    assertThat(screen.message("only once", "sent")).hasCount(1);
    assertThat(screen.message("and then this", "sent")).hasCount(1);
    screen.isConnected();
    assertEquals(2, line.connections(), "the connection was lost and came back");
    assertEquals(List.of("only once", "and then this"), stored());
    assertEquals(stored(), screen.messages());
  }

  @Test
  void aRefusedMessageSaysWhyAndGoesOutOnRetry() {
    line.refusesTheNextSend("forbidden", "not here, not now");
    screen.writes("let me in");
    Locator failed = screen.message("let me in", "failed");
    assertThat(failed.getByTestId("failure")).containsText("here, not now");
    screen.isPictured("failed-message-desk");
    assertEquals(List.of(), stored());

    failed.getByTestId("retry").click();
    assertThat(screen.message("let me in", "sent")).hasCount(1);
    assertEquals(List.of("let me in"), stored());
  }

  @Test
  void aRefusedMessageCanBeDiscarded() {
    line.refusesTheNextSend("forbidden", "not here, not now");
    screen.writes("never mind");
    screen.message("never mind", "failed").getByTestId("discard").click();
    assertThat(screen.message("never mind")).hasCount(0);
    screen.writes("something else");
    assertThat(screen.message("something else", "sent")).isVisible();
    assertEquals(List.of("something else"), stored());
  }

  @Test
  void aServerThatIsBusyIsAskedAgainAndNothingOvertakes() {
    line.refusesTheNextSend("rateLimited", "too many requests");
    screen.writes("first");
    screen.writes("second");
    assertThat(screen.message("first", "sent")).isVisible();
    assertThat(screen.message("second", "sent")).isVisible();
    assertEquals(List.of("first", "second"), stored());
  }

  @Test
  void enterSendsAndShiftEnterMakesALine() {
    screen.at("composer").fill("one line");
    screen.at("composer").press("Shift+Enter");
    screen.at("composer").pressSequentially("and another");
    screen.at("composer").press("Enter");
    assertThat(screen.message("and another", "sent")).isVisible();
    screen.writes("   ");
    assertEquals(List.of("one line\nand another"), stored());
  }

  @Test
  void theReaderShowsThatTheyHaveReadIt() {
    screen.writes("have you read this?");
    assertThat(screen.message("have you read", "sent")).isVisible();
    assertThat(screen.at("read-mark")).hasCount(0);
    ben.call("PUT", "/conversations/" + chat + "/read", Map.of("seq", 1)).expect(200);
    assertThat(screen.message("have you read").getByTestId("read-mark")).isVisible();
  }

  private List<String> stored() {
    return ben.history(chat).valueStream().map(m -> m.path("content").asString()).toList();
  }
}
