package dev.parley.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.parley.groups.EventTime.begins;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import dev.parley.client.Person;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a group plans: ann moderates it, ben is in it. */
class EventsInABrowserIT extends BrowserTest {

  private static final Pattern AN_EVENT = Pattern.compile(".*/event/\\d+$");

  private final Person ann = parley.person("ann");
  private final Person ben = parley.person("ben");
  private final String group = ann.foundsGroupWith(ben);

  @Test
  void anEventIsMadeInOnesOwnTimeZoneAndShownInTheOthers() {
    Screen kyiv = deskIn("Europe/Kyiv", ben, "/group/" + group + "/events");
    assertThat(kyiv.at("no-events")).isVisible();
    Screen tokyo = deskIn("Asia/Tokyo", ann, "/group/" + group + "/events");
    tokyo.at("new-event").click();
    assertThat(tokyo.at("event-time-hint")).containsText("Asia/Tokyo");
    tokyo.at("event-title").fill("A walk by the river");
    tokyo.at("event-time").fill("2031-05-01T18:00");
    tokyo.at("event-description").fill("Bring shoes.\nAnd cake.");
    tokyo.isPictured("event-form-desk");
    tokyo.at("event-save").click();
    assertThat(tokyo.page()).hasURL(AN_EVENT);
    assertThat(tokyo.at("event-when"))
        .hasText(Pattern.compile("Thursday,? 1 May 2031, (18:00|6:00.PM)"));

    kyiv.at("event-item").click();
    assertThat(kyiv.at("event-title")).hasText("A walk by the river");
    assertThat(kyiv.at("event-when")).hasText(Pattern.compile("Thursday,? 1 May 2031, 12:00.*"));
    String event = kyiv.page().url().replaceAll(".*/", "");
    assertEquals(
        "2031-05-01T09:00:00Z", ben.get("/events/" + event).body().path("dateEvent").asString());
  }

  @Test
  void whatHasNoTitleOrLiesInThePastIsRefusedInWords() {
    Screen phone = phone(ben, "/group/" + group + "/events");
    phone.at("new-event").click();
    phone.at("event-save").click();
    assertThat(phone.at("event-title-error")).hasText("Title is missing");
    phone.at("event-title").fill("Yesterday's walk");
    phone.at("event-save").click();
    assertThat(phone.at("event-time-error")).hasText("When is it? Choose a day and a time.");
    phone.at("event-time").fill("2020-05-01T18:00");
    phone.at("event-save").click();
    assertThat(phone.at("event-time-error")).containsText("has passed");
    phone.isPictured("event-form-phone");
    phone.fitsItsWidth();
    assertEquals(0, ben.get("/groups/" + group + "/events").body().size());
  }

  @Test
  void anEventThatWasNotMadeYetIsStillThereAfterAReload() {
    Screen phone = phone(ben, "/group/" + group + "/events");
    phone.at("new-event").click();
    phone.at("event-title").fill("A walk");
    phone.at("event-time").fill("2031-05-01T18:00");
    phone.isKept("A walk");
    phone.page().reload();
    assertThat(phone.at("event-title")).hasValue("A walk");
    assertThat(phone.at("event-time")).hasValue("2031-05-01T18:00");
    phone.at("event-cancel").click();
    assertThat(phone.at("no-events")).isVisible();
    phone.isForgotten("A walk");
  }

  @Test
  void anAnswerAppearsAtOnceAtTheOthers() {
    String event = ann.plans(group, "A long walk");
    Screen desk = desk(ann, "/event/" + event);
    Screen list = desk(ann, "/group/" + group);
    Screen phone = phone(ben, "/event/" + event);
    assertThat(desk.at("event-going-count")).hasText("0");
    says(phone, "answer-going");
    assertThat(phone.at("event-reminder")).containsText("You’ll be reminded a day before");
    assertThat(desk.at("event-going-count")).hasText("1");
    assertThat(desk.at("event-going")).containsText(ben.name());
    assertThat(list.at("event-item-going")).hasText("1 going");
    phone.isPictured("event-phone");
    phone.fitsItsWidth();
    assertThat(desk.at("event-silent")).hasText("One member hasn’t answered yet.");
    says(desk, "answer-going");
    assertThat(phone.at("event-going-count")).hasText("2");
    desk.isPictured("event-desk");
    says(phone, "answer-not-going");
    assertThat(desk.at("event-not-going")).containsText(ben.name());
    assertThat(desk.at("event-going-count")).hasText("1");
    phone.page().reload();
    assertThat(phone.at("answer-not-going")).isChecked();
    assertThat(phone.at("event-reminder")).hasText("You won’t be reminded.");
  }

  @Test
  void whoGoesIsRemindedOnWhateverPage() {
    String event = ann.plans(group, "A long walk");
    ben.call("PUT", "/events/" + event + "/answer", Map.of("option", 1)).expect(200);
    Screen phone = phone(ben, "/settings");
    begins(event, "59 minutes");
    assertThat(phone.at("toast"))
        .containsText(
            "A long walk",
            new com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions()
                .setTimeout(30_000));
    phone.isPictured("event-reminder-phone");
    phone.at("toast").getByText("Open").click();
    assertThat(phone.at("event-title")).hasText("A long walk");
    assertThat(phone.at("event-reminder")).hasText("It begins within the hour.");
  }

  @Test
  void whatHasBegunIsAmongThePastAndAnsweredNoMore() {
    String event = ann.plans(group, "A long walk");
    begins(event, "-2 days");
    Screen phone = phone(ben, "/group/" + group + "/events");
    phone.at("events-past").getByTestId("event-item").click();
    assertThat(phone.at("answer-going")).isDisabled();
    assertThat(phone.at("event-reminder")).hasText("It can’t be answered any more.");
  }

  @Test
  void anEventIsTakenIntoACalendar() throws IOException {
    String event = ann.plans(group, "A long walk");
    Screen desk = desk(ben, "/event/" + event);
    Download download = desk.page().waitForDownload(() -> desk.at("event-ics").click());
    assertEquals("event-" + event + ".ics", download.suggestedFilename());
    String calendar = Files.readString(download.path());
    assertTrue(calendar.startsWith("BEGIN:VCALENDAR"), calendar);
    assertTrue(calendar.contains("SUMMARY:A long walk"), calendar);
  }

  @Test
  void whoMadeAnEventChangesAndDeletesItInFrontOfTheOthers() {
    String event = ben.plans(group, "A long walk");
    Screen phone = phone(parley.person("cid"), "/event/" + event);
    assertThat(phone.at("page-missing")).isVisible();
    Screen others = desk(ann, "/event/" + event);
    Screen desk = desk(ben, "/event/" + event);
    change(desk, "A short walk");
    assertThat(desk.at("event-title")).hasText("A short walk");
    assertThat(others.at("event-title")).hasText("A short walk");
    change(others, "No walk");
    assertThat(desk.at("event-title")).hasText("No walk");
    desk.at("event-more").click();
    desk.at("event-delete").click();
    desk.at("dialog-confirm").click();
    assertThat(desk.at("no-events")).isVisible();
    assertThat(others.at("page-missing")).isVisible();
  }

  @Test
  void whoNeitherMadeAnEventNorModeratesChangesNothing() {
    Screen phone = phone(ben, "/event/" + ann.plans(group, "A long walk"));
    assertThat(phone.at("event-title")).isVisible();
    assertThat(phone.at("event-more")).hasCount(0);
  }

  private static void change(Screen screen, String title) {
    screen.at("event-more").click();
    screen.at("event-edit").click();
    screen.at("event-form").getByTestId("event-title").fill(title);
    screen.at("event-save").click();
  }

  /** The input itself lies invisibly over its label. */
  private static void says(Screen screen, String answer) {
    Locator option = screen.at(answer);
    option.check(new Locator.CheckOptions().setForce(true));
  }
}
