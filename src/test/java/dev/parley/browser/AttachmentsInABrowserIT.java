package dev.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import dev.parley.client.Person;
import dev.parley.images.TestPictures;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files of messages, from the desk of one to the eyes of another. */
class AttachmentsInABrowserIT extends BrowserTest {

  private static final String UPLOADS = "**/api/v1/attachments?*";

  /** Gives the composer a picture as if it had been copied, or dropped. */
  private static final String HAND_OVER =
      """
      ([selector, type, name]) => {
        const data = new DataTransfer();
        data.items.add(new File(['some words'], name, { type: 'text/plain' }));
        const at = document.querySelector(selector);
        const init = { bubbles: true, cancelable: true };
        if (type === 'paste') at.dispatchEvent(new ClipboardEvent('paste', { ...init, clipboardData: data }));
        else for (const each of ['dragenter', 'dragover', type].slice(0, type === 'drop' ? 3 : 2)) {
          at.dispatchEvent(new DragEvent(each, { ...init, dataTransfer: data }));
        }
      }
      """;

  private Person ann;
  private Person ben;
  private String chat;

  @BeforeEach
  void annAndBenInAChat() {
    ann = parley.person("ann");
    ben = parley.person("ben");
    chat = ann.groupWith(ben);
  }

  @Test
  void picturesAndFilesAreSentWithOneMessageAndSeenByTheOther() throws IOException {
    Screen screen = desk(ann, "/chat/" + chat);
    Screen other = phone(ben, "/chat/" + chat);
    screen
        .at("attach-input")
        .setInputFiles(
            new FilePayload[] {
              picture("beach.png", 900, 600), picture("hills.png", 400, 700), text("plan.txt")
            });
    assertThat(done(screen)).hasCount(3);
    screen.isPictured("chips-desk-light");
    screen.writes("our **holiday**");
    assertThat(screen.at("upload")).hasCount(0);
    assertThat(screen.message("our holiday", "sent").getByTestId("picture")).hasCount(2);

    Locator message = other.message("our holiday");
    assertThat(message.getByTestId("picture")).hasCount(2);
    assertThat(message.getByTestId("file")).containsText("plan.txt");
    assertThat(message.getByTestId("file")).containsText("12 bytes");
    other.page().waitForCondition(() -> loaded(message.locator("img").first()));
    other.fitsItsWidth();
    other.isPictured("attachments-phone-dark");
    screen.isPictured("attachments-desk-light");

    Download download = other.page().waitForDownload(() -> message.getByTestId("file").click());
    assertEquals("plan.txt", download.suggestedFilename());
    try (InputStream bytes = download.createReadStream()) {
      assertEquals("a plan of it", new String(bytes.readAllBytes(), UTF_8));
    }
  }

  @Test
  void aPictureOpensLargeAndTheKeyboardTurnsThePages() {
    ben.posts(
        chat,
        "two",
        ben.uploads("one.png", TestPictures.png(1600, 900)),
        ben.uploads("two.png", TestPictures.png(300, 900)));
    Screen screen = desk(ann, "/chat/" + chat);
    screen.at("picture").first().click();
    assertThat(screen.at("lightbox-name")).hasText("one.png");
    screen.page().waitForCondition(() -> loaded(screen.at("lightbox-image")));
    screen.isPictured("lightbox-desk-light");
    screen.page().keyboard().press("ArrowRight");
    assertThat(screen.at("lightbox-name")).hasText("two.png");
    screen.page().keyboard().press("ArrowRight");
    assertThat(screen.at("lightbox-name")).hasText("one.png");
    screen.page().keyboard().press("Escape");
    assertThat(screen.at("lightbox")).hasCount(0);
    assertThat(screen.at("picture").first()).isFocused();
  }

  @Test
  void theRoomOfAPictureIsKnownBeforeItIsLoaded() {
    ben.posts(chat, "", ben.uploads("wide.png", TestPictures.png(1200, 600)));
    Screen screen = desk(ann, "/");
    screen.page().route("**/preview", held -> {});
    screen.conversation(chat).click();
    Locator image = screen.at("picture").locator("img");
    assertThat(image).isVisible();
    assertEquals(340, image.boundingBox().width);
    assertEquals(170, image.boundingBox().height);
  }

  @Test
  void whatIsPastedOrDroppedIsAttached() {
    Screen screen = desk(ann, "/chat/" + chat);
    assertThat(screen.at("composer")).isVisible();
    screen.page().evaluate(HAND_OVER, List.of("[data-testid=composer]", "paste", "pasted.txt"));
    screen.page().evaluate(HAND_OVER, List.of(".log", "dragover", "dropped.txt"));
    assertThat(screen.page().locator(".chat.dropping")).isVisible();
    screen.isPictured("dropping-desk-light");
    screen.page().evaluate(HAND_OVER, List.of(".log", "drop", "dropped.txt"));
    assertThat(screen.page().locator(".chat.dropping")).hasCount(0);
    assertThat(done(screen)).hasCount(2);
    screen.at("send").click();
    assertThat(screen.page().locator("[data-state=sent] [data-testid=file]")).hasCount(2);
    assertEquals(2, ben.history(chat).path(1).path("attachments").size());
  }

  @Test
  void aFileThatIsTooLargeIsRefusedInWordsAndTheRestIsSent() {
    Screen screen = desk(ann, "/chat/" + chat);
    screen
        .at("attach-input")
        .setInputFiles(
            new FilePayload[] {
              new FilePayload("film.bin", "application/octet-stream", new byte[21_000_000]),
              text("small.txt")
            });
    Locator failed = screen.page().locator("[data-testid=upload][data-state=failed]");
    assertThat(failed.getByTestId("upload-note")).hasText("Too large: at most 20 MB");
    assertThat(done(screen)).hasCount(1);
    screen.isPictured("too-large-desk-light");
    screen.at("send").click();
    assertThat(screen.at("file")).hasCount(1);
    assertThat(failed).hasCount(1);
    failed.getByTestId("remove-upload").click();
    assertThat(screen.at("upload")).hasCount(0);
  }

  @Test
  void whatTheServerRefusesIsSaid() {
    Screen screen = desk(ann, "/chat/" + chat);
    screen
        .page()
        .route(
            UPLOADS,
            route ->
                route.fulfill(
                    new Route.FulfillOptions()
                        .setStatus(422)
                        .setContentType("application/json")
                        .setBody("{\"code\":\"invalid\",\"detail\":\"this picture is broken\"}")));
    screen.at("attach-input").setInputFiles(text("odd.txt"));
    assertThat(screen.at("upload-note")).hasText("This picture is broken");
    assertThat(screen.at("send")).isDisabled();
    screen.forgetsLostConnections();
  }

  @Test
  void anUploadShowsThatItRunsAndCanBeCancelled() {
    Screen screen = desk(ann, "/chat/" + chat);
    screen.page().route(UPLOADS, held -> {});
    screen.at("attach-input").setInputFiles(text("slow.txt"));
    screen.at("composer").fill("with a file");
    assertThat(screen.at("upload").locator("progress")).isVisible();
    assertThat(screen.at("send")).isDisabled();
    screen.at("remove-upload").click();
    assertThat(screen.at("upload")).hasCount(0);
    screen.writes("without a file");
    assertThat(screen.message("without a file", "sent")).isVisible();
    assertThat(screen.at("file")).hasCount(0);
  }

  @Test
  void aMessageTakesTenFiles() {
    Screen screen = desk(ann, "/chat/" + chat);
    screen
        .at("attach-input")
        .setInputFiles(
            IntStream.range(0, 11).mapToObj(i -> text(i + ".txt")).toArray(FilePayload[]::new));
    assertThat(screen.at("toast")).hasText("A message takes at most ten files");
    assertThat(done(screen)).hasCount(10);
    screen.at("send").click();
    assertThat(screen.at("file")).hasCount(10);
  }

  @Test
  void namesOfFilesAreText() {
    String name = "<img src=x onerror=window.broken=1>.png";
    Screen screen = desk(ann, "/chat/" + chat);
    screen.at("attach-input").setInputFiles(picture(name, 20, 20));
    assertThat(done(screen)).hasCount(1);
    screen.at("send").click();
    screen.at("picture").click();
    assertThat(screen.at("lightbox-name")).containsText("onerror");
    assertEquals(true, screen.page().evaluate("() => window.broken === undefined"));
    assertThat(screen.page().locator("[src=x], [onerror]")).hasCount(0);
  }

  @Test
  void aFileUploadedBeforeTheConnectionWasLostGoesOutAfterwards() {
    Screen screen = desk(ann, "/chat/" + chat);
    screen.at("attach-input").setInputFiles(text("waiting.txt"));
    assertThat(done(screen)).hasCount(1);
    screen.context().setOffline(true);
    screen.connectionIs("offline");
    screen.writes("later");
    assertThat(screen.message("later", "sending").getByTestId("file")).isVisible();
    screen.context().setOffline(false);
    screen.isConnectedWithin(20);
    assertThat(screen.message("later", "sent").getByTestId("file")).isVisible();
    screen.forgetsLostConnections();
  }

  private static Locator done(Screen screen) {
    Page page = screen.page();
    return page.locator("[data-testid=upload][data-state=done]");
  }

  private static boolean loaded(Locator image) {
    return (boolean) image.evaluate("image => image.complete && image.naturalWidth > 0");
  }

  private static FilePayload picture(String name, int width, int height) {
    byte[] bytes = TestPictures.png(width, height);
    assertTrue(bytes.length > 0);
    return new FilePayload(name, "image/png", bytes);
  }

  private static FilePayload text(String name) {
    return new FilePayload(name, "text/plain", "a plan of it".getBytes(UTF_8));
  }
}
