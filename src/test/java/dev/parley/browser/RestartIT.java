package dev.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.client.Parley;
import dev.parley.client.Person;
import dev.parley.testing.ServerProcess;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RestartIT {

  @Test
  void twoPeopleGoOnTalkingWhenTheServerIsKilledAndStartedAgainWithNothingMissingOrDoubled()
      throws Exception {
    Path install = Path.of(System.getProperty("parley.install"));
    try (ServerProcess server = new ServerProcess(install, List.of(), Map.of());
        Browsers browsers = new Browsers()) {
      server.start();
      String root = server.address().toString();
      Parley parley = new Parley(root);
      Person annAsProgram = parley.register(Parley.unique("ann"), Screen.PASSWORD);
      Person benAsProgram = parley.register(Parley.unique("ben"), Screen.PASSWORD);
      String chat = annAsProgram.privateChatWith(benAsProgram);
      Screen ann = browsers.desk(root);
      Screen ben = browsers.phone(root);
      ann.opens("/chat/" + chat);
      ann.logsIn(annAsProgram.name(), Screen.PASSWORD);
      ann.isConnected();
      ben.opens("/chat/" + chat);
      ben.logsIn(benAsProgram.name(), Screen.PASSWORD);
      ben.isConnected();
      ann.writes("one");
      ben.writes("two");
      assertThat(ann.message("two")).isVisible();
      assertThat(ben.message("one")).isVisible();

      server.kill();
      ann.connectionIs("offline");
      ann.writes("three, while the server is away");
      server.start();
      ann.isConnectedWithin(60);
      ben.isConnectedWithin(60);
      ben.writes("four, after it is back");
      assertThat(ann.message("four")).isVisible();
      assertThat(ben.message("three")).isVisible();
      assertThat(ann.page().locator("[data-testid=message][data-state=sent]")).hasCount(4);

      List<String> stored =
          annAsProgram.history(chat).valueStream().map(m -> m.path("content").asString()).toList();
      assertEquals(4, stored.size());
      assertEquals(stored, ann.messages());
      assertEquals(stored, ben.messages());
      ann.forgetsLostConnections();
      ben.forgetsLostConnections();
      browsers.expectQuietConsoles();
    }
  }

  @Test
  void whileTheServerIsAwayThePageOpensAndWhatIsWrittenArrivesWhenItIsBack() throws Exception {
    Path install = Path.of(System.getProperty("parley.install"));
    try (ServerProcess server = new ServerProcess(install, List.of(), Map.of());
        Browsers browsers = new Browsers()) {
      server.start();
      String root = server.address().toString();
      Parley parley = new Parley(root);
      Person ann = parley.register(Parley.unique("ann"), null);
      String chat = ann.groupWith();
      ann.posts(chat, "one");
      Screen screen = browsers.desk(root).entersAs(ann, "/chat/" + chat);
      screen.keepsTheProgram();
      screen.isKept("\"content\":\"one\"");

      server.kill();
      screen.connectionIs("offline");
      screen.closesItsPage();
      screen.opens("/chat/" + chat);
      assertThat(screen.message("one")).isVisible();
      screen.writes("two");
      screen.writes("three");
      assertThat(screen.message("three", "sending")).isVisible();
      screen.isPictured("offline-server-away-desk");
      screen.page().reload();
      assertThat(screen.message("three", "sending")).isVisible();

      server.start();
      screen.isConnectedWithin(60);
      assertThat(screen.message("three", "sent")).isVisible();
      List<String> stored =
          ann.history(chat).valueStream().map(m -> m.path("content").asString()).toList();
      assertEquals(
          List.of("one", "two", "three"), stored.subList(stored.size() - 3, stored.size()));
      screen.forgetsLostConnections();
      browsers.expectQuietConsoles();
    }
  }
}
