package dev.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import dev.parley.client.Person;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GroupsInABrowserIT extends BrowserTest {

  private static final Pattern A_CHAT = Pattern.compile(".*/chat/\\d+$");

  private Person annAsProgram;
  private Person benAsProgram;

  @BeforeEach
  void annAndBen() {
    annAsProgram = parley.person("ann");
    benAsProgram = parley.person("ben");
  }

  @Test
  void aNewGroupAppearsForItsMembersWithoutReload() {
    Screen ann = desk(annAsProgram, "/new");
    Screen ben = phone(benAsProgram, "/");
    ann.at("group-name").fill("Expedition");
    ann.at("pick-search").fill(benAsProgram.name());
    ann.picks(benAsProgram);
    ann.at("group-submit").click();
    assertThat(ann.page()).hasURL(A_CHAT);
    assertThat(ann.at("chat-subtitle")).hasText("2 members, 2 online");
    ann.writes("where to?");

    Locator group = ben.at("conversation-item").filter(named("Expedition"));
    assertThat(group.getByTestId("unread-badge")).isVisible();
    group.click();
    assertThat(ben.message("where to?").getByTestId("message-sender")).hasText(annAsProgram.name());
    ben.writes("up");
    assertThat(ann.message("up").getByTestId("message-sender")).hasText(benAsProgram.name());
  }

  @Test
  void aGroupWithAGeneratedNameTakesOneClick() {
    Screen ann = phone(annAsProgram, "/");
    ann.at("quick-group").click();
    assertThat(ann.page()).hasURL(A_CHAT);
    assertThat(ann.at("chat-title")).hasText(Pattern.compile("\\w+ \\w+ \\d\\d"));
    ann.writes("first");
    assertThat(ann.message("first", "sent")).isVisible();
  }

  @Test
  void aNewNameIsSeenByAllAtOnce() {
    String chat = annAsProgram.groupWith(benAsProgram);
    Screen ann = desk(annAsProgram, "/chat/" + chat + "/details");
    Screen ben = phone(benAsProgram, "/chat/" + chat);
    ann.at("rename").click();
    ann.at("rename-input").fill("Moonlight walk");
    ann.at("rename-submit").click();
    assertThat(ann.at("details-name")).hasText("Moonlight walk");
    assertThat(ben.at("chat-title")).hasText("Moonlight walk");
  }

  @Test
  void whoIsAddedSeesTheGroupAndWhoIsRemovedSeesItNoMore() {
    Person cidAsProgram = parley.person("cid");
    String chat = annAsProgram.groupWith(benAsProgram);
    Screen ann = desk(annAsProgram, "/chat/" + chat + "/details");
    Screen cid = phone(cidAsProgram, "/");
    assertThat(cid.conversation(chat)).hasCount(0);
    ann.at("add-people").click();
    ann.at("pick-search").fill(cidAsProgram.name());
    ann.picks(cidAsProgram);
    ann.at("add-submit").click();
    assertThat(ann.at("member-count")).hasText("3 members");
    cid.conversation(chat).click();
    assertThat(cid.at("composer")).isVisible();

    ann.at("member").filter(named(cidAsProgram.name())).getByTestId("remove-member").click();
    assertThat(cid.at("chat-missing")).isVisible();
    assertThat(ann.at("member-count")).hasText("2 members");
    assertThat(ann.at("system-message").last()).containsText(cidAsProgram.name());
  }

  @Test
  void onlyAdministratorsSeeWhatOnlyTheyMayDo() {
    String chat = annAsProgram.groupWith(benAsProgram);
    Screen ben = desk(benAsProgram, "/chat/" + chat + "/details");
    assertThat(ben.at("leave")).isVisible();
    for (String forbidden : new String[] {"rename", "add-people", "delete", "remove-member"}) {
      assertThat(ben.at(forbidden)).hasCount(0);
    }
    Map<String, String> role = Map.of("role", "admin");
    String member = "/conversations/" + chat + "/members/" + benAsProgram.id();
    annAsProgram.call("PATCH", member, role).expect(200);
    assertThat(ben.at("rename")).isVisible();
    assertThat(ben.at("delete")).isVisible();
  }

  @Test
  void leavingAndDeletingAskFirstAndLeadBackToTheList() {
    String chat = annAsProgram.groupWith(benAsProgram);
    Screen ann = desk(annAsProgram, "/chat/" + chat + "/details");
    Screen ben = phone(benAsProgram, "/chat/" + chat + "/details");
    ben.at("leave").click();
    ben.at("dialog-cancel").click();
    assertThat(ben.page().getByRole(AriaRole.DIALOG)).hasCount(0);
    ben.at("leave").click();
    ben.at("dialog-confirm").click();
    assertThat(ben.conversation(chat)).hasCount(0);
    assertThat(ben.at("conversation-list")).isVisible();
    assertThat(ann.at("member-count")).hasText("1 member");

    ann.at("delete").click();
    ann.at("dialog-confirm").click();
    assertThat(ann.page()).hasURL(parley.root() + "/");
    assertThat(ann.conversation(chat)).hasCount(0);
  }

  private static Locator.FilterOptions named(String name) {
    return new Locator.FilterOptions().setHasText(name);
  }
}
