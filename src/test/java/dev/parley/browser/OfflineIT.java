package dev.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.client.Person;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody with a phone whose network comes and goes. */
class OfflineIT extends BrowserTest {

  private Person ann;
  private Person ben;
  private String chat;

  @BeforeEach
  void annAndBenTalk() {
    ann = parley.person("ann");
    ben = parley.person("ben");
    chat = ann.privateChatWith(ben);
    ann.posts(chat, "Shall we meet?");
    ben.posts(chat, "At the station, at eight");
  }

  @Test
  void whatIsWrittenOfflineSurvivesTheClosedPageAndArrivesOnceAndInOrder() {
    Screen phone = phone(ann, "/chat/" + chat);
    assertThat(phone.message("At the station")).isVisible();
    phone.keepsTheProgram();

    phone.goesOffline();
    phone.writes("one");
    phone.writes("two");
    phone.writes("three");
    assertThat(phone.message("three", "sending")).isVisible();
    phone.isPictured("offline-waiting-phone");

    phone.closesItsPage();
    phone.opens("/chat/" + chat);
    assertThat(phone.message("At the station")).isVisible();
    assertThat(phone.message("three", "sending")).isVisible();
    phone.connectionIs("offline");
    phone.isPictured("offline-reopened-phone");
    phone.at("back").click();
    assertThat(phone.conversation(chat)).containsText("At the station");
    phone.isPictured("offline-list-phone");
    assertEquals(List.of("Shall we meet?", "At the station, at eight"), stored());

    phone.comesBack();
    phone.isConnectedWithin(30);
    phone.conversation(chat).click();
    assertThat(phone.message("three", "sent")).hasCount(1);
    List<String> all = List.of("Shall we meet?", "At the station, at eight", "one", "two", "three");
    assertEquals(all, stored());
    assertEquals(all, phone.messages());
    phone.forgetsLostConnections();
  }

  private List<String> stored() {
    return ben.history(chat).valueStream().map(m -> m.path("content").asString()).toList();
  }
}
