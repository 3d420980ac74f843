package dev.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import dev.parley.client.Parley;
import dev.parley.client.Person;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Links to groups, from making them to coming in by them. */
class InviteLinksIT extends BrowserTest {

  private Person ann;
  private String chat;

  @BeforeEach
  void prepare() {
    ann = parley.person("ann");
    chat = ann.groupWith();
    ann.call("PATCH", "/conversations/" + chat, Map.of("name", "Mountain club")).expect(200);
  }

  @Test
  void anAdministratorMakesALinkAndRevokesIt() {
    Screen desk = desk(ann, "/chat/" + chat + "/details");
    desk.at("invite-hours").selectOption("24");
    desk.at("invite-uses").selectOption("10");
    desk.at("invite-create").click();
    assertThat(desk.at("invite")).containsText("10 left");
    desk.isPictured("invites");
    desk.at("invite-revoke").click();
    assertThat(desk.at("invite")).hasCount(0);
  }

  @Test
  void somebodyNewComesInByALinkAndLandsInTheGroup() {
    Screen phone = phone();
    phone.opens("/invite/" + link());
    assertThat(phone.page()).hasURL(Pattern.compile("/login\\?next="));
    phone.registers(Parley.unique("carol"));
    phone.opens("/invite/" + link());
    assertThat(phone.at("invitation-name")).hasText("Mountain club");
    phone.isPictured("invitation");
    phone.fitsItsWidth();
    phone.at("invitation-join").click();
    assertThat(phone.page()).hasURL(Pattern.compile("/chat/" + chat));
    assertThat(phone.at("system-message").last()).containsText("joined by a link");
    phone.opens("/invite/" + link());
    assertThat(phone.at("invitation-open")).isVisible();
  }

  @Test
  void aLinkThatHasEndedSaysSo() {
    JsonNode invite = invite();
    ann.call("DELETE", "/conversations/" + chat + "/invites/" + invite.path("id").asString(), null);
    Person ben = parley.person("ben");
    Screen desk = desk(ben, "/invite/" + invite.path("code").asString());
    assertThat(desk.at("invite-ended")).isVisible();
    desk.isPictured("invite-ended");
  }

  @Test
  void membersWhoAreNoAdministratorsSeeNoLinks() {
    Person ben = parley.person("ben");
    ann.call("POST", "/conversations/" + chat + "/members", Map.of("userID", ben.id()));
    Screen desk = desk(ben, "/chat/" + chat + "/details");
    assertThat(desk.at("members")).isVisible();
    assertThat(desk.at("invites")).hasCount(0);
  }

  private String link() {
    return invite().path("code").asString();
  }

  private JsonNode invite() {
    return ann.call("POST", "/conversations/" + chat + "/invites", Map.of()).expect(201).body();
  }
}
