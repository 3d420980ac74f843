package dev.parley.people;

import dev.parley.accounts.Account;
import dev.parley.accounts.AccountEvent;
import dev.parley.accounts.Accounts;
import dev.parley.attachments.PictureClaims;
import dev.parley.kernel.Caller;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** What people show of themselves, and to whom. */
@ApplicationScoped
@Transactional
public class Profiles {

  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_GENDER = 50;
  private static final int LONGEST_ABOUT = 2000;
  private static final int DATE_LENGTH = "2000-01-02".length();

  @Inject PictureClaims pictures;
  @Inject Accounts accounts;
  @Inject Follows follows;
  @Inject Sql sql;

  /**
   * What is to be another way. What is null stays.
   *
   * @param fullName empty: none any more; so with all texts
   * @param pictureID the id of an own upload; empty: no picture any more
   * @param dateOfBirth as {@code 2000-01-02}, a time after it is passed over; empty: none any more
   * @param profileType {@link Profile#PUBLIC} or {@link Profile#PRIVATE}
   */
  public record Update(
      String fullName,
      String pictureID,
      String firstName,
      String lastName,
      String dateOfBirth,
      String gender,
      String about,
      Integer profileType) {}

  /** Changes one's own profile. Whoever waits for an answer when it becomes public has it then. */
  public Account.View update(Caller caller, Update update) {
    LocalDate birth = date(update.dateOfBirth());
    requireType(update.profileType());
    sql.update(
        """
        UPDATE accounts SET
          first_name = coalesce(?::text, first_name),
          last_name = coalesce(?::text, last_name),
          gender = coalesce(?::text, gender),
          about = coalesce(?::text, about),
          date_of_birth = CASE WHEN ? THEN ?::date ELSE date_of_birth END,
          profile_type = coalesce(?::smallint, profile_type)
        WHERE id = ? AND deleted_at IS NULL
        """,
        line("firstName", update.firstName(), LONGEST_NAME),
        line("lastName", update.lastName(), LONGEST_NAME),
        line("gender", update.gender(), LONGEST_GENDER),
        text("about", update.about(), LONGEST_ABOUT),
        update.dateOfBirth() != null,
        birth,
        update.profileType(),
        caller.accountId());
    if (update.profileType() != null && update.profileType() == Profile.PUBLIC) {
      follows.acceptAll(caller.accountId());
    }
    // Before the account is read: its view tells the picture.
    pictures.change(caller, update.pictureID(), null);
    return accounts.updateOwn(
        caller, new Account.Update(null, null, update.fullName(), null, null));
  }

  /** Makes one's own profile public or private. */
  public int setType(Caller caller, int profileType) {
    update(caller, new Update(null, null, null, null, null, null, null, profileType));
    return profileType;
  }

  /**
   * With an account goes what it told of itself. A private one stays private: what it had shown to
   * followers only is not for everybody now.
   */
  void observe(@Observes AccountEvent event) {
    if (event instanceof AccountEvent.Deleted) {
      sql.update(
          """
          UPDATE accounts SET first_name = '', last_name = '', date_of_birth = NULL, gender = '',
            about = ''
          WHERE id = ?
          """,
          event.accountId());
    }
  }

  private static void requireType(Integer given) {
    if (given != null && given != Profile.PUBLIC && given != Profile.PRIVATE) {
      throw Refusal.invalid("profileType", "profileType must be 0 (public) or 1 (private)");
    }
  }

  private static LocalDate date(String given) {
    if (given == null || given.isBlank()) {
      return null;
    }
    String day = given.strip();
    boolean withTime = day.length() > DATE_LENGTH && day.charAt(DATE_LENGTH) == 'T';
    LocalDate date;
    try {
      date = LocalDate.parse(withTime ? day.substring(0, DATE_LENGTH) : day);
    } catch (DateTimeException e) {
      throw Refusal.invalid("dateOfBirth", "dateOfBirth must look like 2000-01-02");
    }
    if (date.getYear() < 1800 || date.isAfter(LocalDate.now(ZoneOffset.UTC).plusDays(1))) {
      throw Refusal.invalid("dateOfBirth", "dateOfBirth must be a day of somebody's life");
    }
    return date;
  }

  private static String line(String field, String given, int longest) {
    String line = text(field, given, longest);
    if (line != null && line.chars().anyMatch(Character::isISOControl)) {
      throw Refusal.invalid(field, field + " may not have control characters");
    }
    return line;
  }

  private static String text(String field, String given, int longest) {
    String text = given == null ? null : given.strip();
    if (text != null && text.codePointCount(0, text.length()) > longest) {
      throw Refusal.invalid(field, field + " may have at most " + longest + " characters");
    }
    return text;
  }
}
