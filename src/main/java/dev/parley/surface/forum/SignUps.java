package dev.parley.surface.forum;

import dev.parley.kernel.Refusal;
import dev.parley.people.Profiles;
import dev.parley.people.Registrations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.regex.Pattern;

/** New accounts, with all that this system asks a newcomer. */
@ApplicationScoped
public class SignUps {

  private static final Pattern AGE = Pattern.compile("\\d{1,3}");
  private static final int OLDEST = 150;
  private static final int LONGEST_CITY = 100;

  @Inject Registrations registrations;

  /**
   * Who wants an account.
   *
   * @param age in years; looked at and not kept, since it is wrong a year later
   * @param city looked at and not kept, since no profile has a place for it
   */
  public record Newcomer(
      String fullname,
      String email,
      String username,
      String password,
      String age,
      String city,
      String gender) {}

  /** Makes the account. Its session is opened later, by signing in. */
  void signUp(Newcomer newcomer) {
    check(newcomer);
    registrations.register(
        newcomer.username(),
        newcomer.password(),
        newcomer.email(),
        new Profiles.Update(
            newcomer.fullname(), null, null, null, null, newcomer.gender(), null, null));
  }

  private static void check(Newcomer newcomer) {
    if (blank(newcomer.fullname())) {
      throw Refusal.invalid("fullname", "empty full name field");
    }
    if (blank(newcomer.email())) {
      throw Refusal.invalid("email", "email is missing");
    }
    if (newcomer.password() == null || newcomer.password().isEmpty()) {
      throw Refusal.invalid("password", "password is missing");
    }
    if (!blank(newcomer.age())
        && (!AGE.matcher(newcomer.age().strip()).matches()
            || Integer.parseInt(newcomer.age().strip()) > OLDEST)) {
      throw Refusal.invalid("age", "age incorrect");
    }
    if (newcomer.city() != null && newcomer.city().length() > LONGEST_CITY) {
      throw Refusal.invalid("city", "city incorrect");
    }
  }

  static boolean blank(String text) {
    return text == null || text.isBlank();
  }
}
