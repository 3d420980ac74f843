package dev.parley.accounts;

import dev.parley.kernel.Refusal;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a name, a full name and an e-mail address must look like. */
public final class Names {

  private static final int LONGEST_NAME = 32;
  private static final int LONGEST_FULL_NAME = 100;
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}\\p{N}._-]+");
  private static final Pattern EMAIL =
      Pattern.compile("[^\\s@\\p{Cntrl}]{1,64}@[^\\s@\\p{Cntrl}]+\\.[^\\s@\\p{Cntrl}]+");

  private Names() {}

  /** The name as it is kept. */
  static String name(String given) {
    String name = given == null ? "" : Normalizer.normalize(given.strip(), Normalizer.Form.NFC);
    if (name.isEmpty()) {
      throw Refusal.invalid("name", "name is missing");
    }
    if (name.codePointCount(0, name.length()) > LONGEST_NAME) {
      throw Refusal.invalid("name", "name may have at most " + LONGEST_NAME + " characters");
    }
    if (!NAME.matcher(name).matches()) {
      throw Refusal.invalid("name", "name may have letters, digits, '.', '_' and '-'");
    }
    return name;
  }

  /** The name as it is compared: case and look-alike forms of a character do not matter. */
  public static String key(String name) {
    String folded = Normalizer.normalize(name.strip(), Normalizer.Form.NFKC);
    return folded.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }

  /** The full name as it is kept; empty when none is given. */
  static String fullName(String given) {
    String name = given == null ? "" : given.strip();
    if (name.codePointCount(0, name.length()) > LONGEST_FULL_NAME) {
      throw Refusal.invalid(
          "fullName", "fullName may have at most " + LONGEST_FULL_NAME + " characters");
    }
    if (name.chars().anyMatch(Character::isISOControl)) {
      throw Refusal.invalid("fullName", "fullName may not have control characters");
    }
    return name;
  }

  /** The address as it is kept, or null when none is given. */
  static String email(String given) {
    if (given == null || given.isBlank()) {
      return null;
    }
    String email = given.strip().toLowerCase(Locale.ROOT);
    if (email.length() > 254 || !EMAIL.matcher(email).matches()) {
      throw Refusal.invalid("email", "email must look like name@example.org");
    }
    return email;
  }
}
