package dev.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import dev.parley.client.Database;
import dev.parley.client.Parley;
import dev.parley.client.Person;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a browser keeps of somebody, until when, and from whom. */
class KeptInABrowserIT extends BrowserTest {

  private static final String SECRET = "The key is under the mat";

  private Person ann;
  private Person ben;
  private String chat;
  private Screen screen;

  @BeforeEach
  void annHasReadASecret() {
    ann = parley.register(Parley.unique("ann"), Screen.PASSWORD);
    ben = parley.person("ben");
    chat = ann.privateChatWith(ben);
    ben.posts(chat, SECRET);
    screen = phone();
    screen.opens("/chat/" + chat);
    screen.logsIn(ann.name(), Screen.PASSWORD);
    screen.isConnectedWithin(30);
    assertThat(screen.message(SECRET)).isVisible();
    screen.keepsTheProgram();
    screen.isKept(SECRET);
  }

  @Test
  void atTheNextStartTheLastChatsAreThereBeforeTheServerAnswers() {
    screen.page().routeWebSocket("**/ws", socket -> {});
    screen.opens("/chat/" + chat);
    assertThat(screen.message(SECRET)).isVisible();
    screen.connectionIs("connecting");
    screen.isPictured("kept-connecting-phone");
  }

  @Test
  void onlyTheLastTwentyMessagesOfTheLastTenChatsAreKept() {
    for (int i = 1; i <= 25; i++) {
      ben.posts(chat, "letter " + i + ".");
    }
    List<String> groups = IntStream.rangeClosed(1, 10).mapToObj(i -> ben.groupWith(ann)).toList();
    groups.forEach(group -> ben.posts(group, "group " + group + "."));
    screen.opens("/");
    screen.isConnected();
    groups.forEach(group -> screen.isKept("\"content\":\"group " + group + ".\""));
    screen.isForgotten("letter 5.");
    assertThat(screen.conversation(chat)).containsText("letter 25.");

    screen.opens("/chat/" + chat);
    assertThat(screen.message("letter 25.")).isVisible();
    ben.posts(chat, "letter 26.");
    screen.isKept("letter 26.");
    screen.isKept("letter 7.");
    assertFalse(screen.keeps().contains("letter 6."));
  }

  @Test
  void whatChangedWhileOneWasAwayIsRepaired() {
    screen.goesOffline();
    screen.closesItsPage();
    ben.posts(chat, "It was moved");
    ben.call("DELETE", "/messages/" + idOf(SECRET), null).expect(200);
    screen.opens("/chat/" + chat);
    assertThat(screen.message(SECRET)).isVisible();
    screen.comesBack();
    screen.isConnectedWithin(30);
    assertThat(screen.message("It was moved")).isVisible();
    assertThat(screen.message(SECRET)).hasCount(0);
    screen.isForgotten(SECRET);
    screen.forgetsLostConnections();
  }

  @Test
  void aDatabaseThatWasRestoredMakesItForgetWhatItKept() {
    ben.posts(chat, "Lost with the disk");
    assertThat(screen.message("Lost with the disk")).isVisible();
    screen.isKept("Lost with the disk");
    screen.goesOffline();
    screen.closesItsPage();
    Database.change("UPDATE server_state SET epoch = gen_random_uuid()");
    Database.change("DELETE FROM messages WHERE seq = 2 AND conversation_id = " + chat);
    Database.change("UPDATE memberships SET read_seq = 1 WHERE conversation_id = " + chat);
    Database.change("UPDATE conversations SET seq = 1, ev = ev - 1 WHERE id = " + chat);
    Database.change(
        "UPDATE messages SET content = 'An older state' WHERE conversation_id = " + chat);
    screen.opens("/chat/" + chat);
    assertThat(screen.message(SECRET)).isVisible();
    screen.comesBack();
    screen.isConnectedWithin(30);
    assertThat(screen.message("An older state")).isVisible();
    assertThat(screen.message(SECRET)).hasCount(0);
    assertThat(screen.message("Lost with the disk")).hasCount(0);
    screen.isForgotten("Lost with the disk");
    screen.isForgotten(SECRET);
    screen.forgetsLostConnections();
  }

  @Test
  void loggingOutLeavesNothingAndAsksFirstWhenSomethingIsUnsent() {
    Interference line = new Interference(screen.page());
    screen.opens("/chat/" + chat);
    screen.isConnected();
    line.holdsSends();
    screen.writes("never sent");
    screen.isKept("never sent");
    Screen second = screen.tab();
    second.opens("/chat/" + chat);
    assertThat(second.message("never sent", "sending")).isVisible();
    screen
        .page()
        .evaluate(
            "history.pushState(null, '', '/settings'); dispatchEvent(new PopStateEvent('popstate'))");
    screen.at("logout").click();
    assertThat(screen.page().getByRole(AriaRole.DIALOG))
        .containsText("One message was not sent yet");
    screen.isPictured("logout-unsent-phone");
    screen.at("dialog-cancel").click();
    assertTrue(screen.keeps().contains(SECRET));
    screen.at("logout").click();
    screen.at("dialog-confirm").click();
    assertThat(screen.at("login-form")).isVisible();
    assertThat(second.at("login-form")).isVisible();
    screen.isForgotten(SECRET);
    for (String text : List.of("never sent", ann.name(), ben.name())) {
      assertFalse(screen.keeps().contains(text), screen.keeps());
    }
    assertEquals(1, ben.history(chat).size(), "no other page has sent it");
    screen.forgetsLostConnections();
  }

  @Test
  void aSessionThatIsEndedElsewhereTakesWhatWasKeptButWhatIsUnsentWaitsForItsAuthor() {
    screen.goesOffline();
    screen.writes("written on the train");
    screen.isKept("written on the train");
    endsAllSessionsOf(ann);
    screen.comesBack();
    assertThat(screen.at("login-form")).isVisible();
    screen.isForgotten(SECRET);
    screen.isKept("written on the train");

    screen.logsIn(ann.name(), Screen.PASSWORD);
    screen.isConnectedWithin(30);
    screen.opens("/chat/" + chat);
    assertThat(screen.message("written on the train", "sent")).isVisible();
    screen.forgetsLostConnections();
  }

  @Test
  void somebodyElseWhoLogsInSeesNothingOfIt() {
    screen.goesOffline();
    screen.writes("written on the train");
    screen.isKept("written on the train");
    endsAllSessionsOf(ann);
    screen.comesBack();
    assertThat(screen.at("login-form")).isVisible();
    screen.at("to-register").click();
    String cid = Parley.unique("cid");
    screen.at("register-name").fill(cid);
    screen.at("register-password").fill(Screen.PASSWORD);
    screen.at("register-submit").click();
    screen.isConnectedWithin(30);
    screen.isKept(cid);
    for (String text : List.of(SECRET, "written on the train")) {
      assertFalse(screen.keeps().contains(text), screen.keeps());
      assertFalse(screen.page().content().contains(text));
    }
    assertEquals(1, ben.history(chat).size(), "nothing was sent in the other's name");
    screen.forgetsLostConnections();
  }

  @Test
  void aPageWhoseBrowserHoldsAnothersSessionStartsAnewAndWritesNothingInTheirName() {
    Person dora = parley.person("dora");
    screen.goesOffline();
    screen.writes("written on the train");
    assertThat(screen.message("written on the train", "sending")).isVisible();
    // A page may write down what it holds at any moment until it is gone.
    screen.page().evaluate("() => setInterval(() => dispatchEvent(new Event('pagehide')), 5)");
    screen
        .context()
        .addCookies(
            List.of(new Cookie("parley_session", dora.token()).setUrl(parley.root().toString())));
    screen.comesBack();
    assertThat(screen.at("chat-missing")).isVisible();
    screen.isForgotten(SECRET);
    assertFalse(screen.keeps().contains("written on the train"));
    assertEquals(1, ben.history(chat).size());
    screen.forgetsLostConnections();
  }

  @Test
  void whoIsNotKnownHereIsToldThatTheyAreOffline() {
    Screen nobody = phone();
    nobody.opens("/login");
    nobody.keepsTheProgram();
    nobody.context().setOffline(true);
    nobody.opens("/chat/" + chat);
    assertThat(nobody.at("unreachable")).containsText("You’re offline");
    nobody.fitsItsWidth();
    nobody.isPictured("offline-unknown-phone");
    nobody.comesBack();
    assertThat(nobody.at("login-form")).isVisible();
    nobody.forgetsLostConnections();
  }

  @Test
  void theServiceWorkerKeepsTheProgramAndNothingOfAnybodys() {
    List<String> urls = screen.keeps().lines().filter(line -> line.startsWith("http")).toList();
    assertTrue(urls.contains(parley.root() + "/js/main.js"), urls.toString());
    for (String url : urls) {
      String path = url.substring(parley.root().toString().length());
      assertTrue(path.matches("/((css|icons|js|webjars)/.*|manifest.webmanifest)?"), path);
    }
  }

  @Test
  void aNewerBuildTakesOverAtOnceWhereNobodyHasDoneAnythingAndAsksOtherwise() {
    screen.page().evaluate("window.mark = 'as it was'");
    screen.page().evaluate("navigator.serviceWorker.register('/sw.js?newer')");
    screen.at("new-version").click();
    screen.page().waitForFunction("() => !window.mark");
    screen.isConnected();

    screen.page().evaluate("window.mark = 'as it was'");
    screen.page().evaluate("navigator.serviceWorker.register('/sw.js?newest')");
    screen.page().waitForFunction("() => !window.mark");
    screen.isConnected();
  }

  private String idOf(String content) {
    return ben.history(chat)
        .valueStream()
        .filter(m -> m.path("content").asString().equals(content))
        .findFirst()
        .orElseThrow()
        .path("id")
        .asString();
  }

  private void endsAllSessionsOf(Person person) {
    for (var session : person.get("/sessions").expect(200).body().path("items")) {
      if (!session.path("current").asBoolean()) {
        person.call("DELETE", "/sessions/" + session.path("id").asString(), null).expect(204);
      }
    }
  }
}
