package dev.parley.accounts;

import com.nulabinc.zxcvbn.StandardDictionaries;
import dev.parley.kernel.Code;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.Setting;
import dev.parley.kernel.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Which passwords are good enough, and how they are kept: Argon2id, salted, in the PHC format. */
@ApplicationScoped
public class Passwords {

  /** OWASP's choice for Argon2id: 19 MiB, two passes, one lane. */
  private static final int MEMORY_KIB = 19 * 1024;

  private static final int PASSES = 2;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final int LONGEST = 1000;
  private static final String PREFIX = "$argon2id$v=19$m=" + MEMORY_KIB + ",t=" + PASSES + ",p=1$";

  @Inject Settings settings;

  private final SecureRandom random = new SecureRandom();

  /** Each hash takes a core and memory: a crowd that logs in must not take them from the chat. */
  private final Semaphore hashing =
      new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

  private Set<String> common;

  /** Compared with when nobody has the name, so that the answer takes as long. */
  private String nobodys;

  @PostConstruct
  void prepare() {
    try {
      common = new HashSet<>(StandardDictionaries.PASSWORDS_LOADER.load().getFrequencies());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    nobodys = hash("nobody's");
  }

  /**
   * Refuses a password that is too short, too long, common, or the name itself.
   *
   * @param field the name of the field on the wire
   */
  void check(String field, String password, String name) {
    int fewest = settings.number(Setting.PARLEY_PASSWORD_LENGTH);
    if (password.codePointCount(0, password.length()) < fewest) {
      throw Refusal.invalid(field, "password must have at least " + fewest + " characters");
    }
    if (password.length() > LONGEST) {
      throw Refusal.invalid(field, "password may have at most " + LONGEST + " characters");
    }
    String folded = password.toLowerCase(Locale.ROOT);
    if (common.contains(folded) || folded.equals(name.toLowerCase(Locale.ROOT))) {
      throw Refusal.invalid(field, "password is too easy to guess");
    }
  }

  /** The string to keep. */
  String hash(String password) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return PREFIX
        + base64.encodeToString(salt)
        + "$"
        + base64.encodeToString(derive(password, salt));
  }

  /**
   * Whether the password is the one that was kept.
   *
   * @param kept null when there is none; the answer is then no, after the same time
   */
  boolean matches(String password, String kept) {
    String[] parts = (kept == null ? nobodys : kept).substring(PREFIX.length()).split("\\$");
    byte[] salt = Base64.getDecoder().decode(parts[0]);
    byte[] expected = Base64.getDecoder().decode(parts[1]);
    boolean same = MessageDigest.isEqual(expected, derive(password, salt));
    return same && kept != null;
  }

  private byte[] derive(String password, byte[] salt) {
    try {
      if (!hashing.tryAcquire(10, TimeUnit.SECONDS)) {
        throw Refusal.of(Code.RATE_LIMITED, "too many people log in at once, try again");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Refusal.of(Code.RESTARTING, "the server is stopping");
    }
    try {
      Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
      argon2.init(
          new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
              .withVersion(Argon2Parameters.ARGON2_VERSION_13)
              .withMemoryAsKB(MEMORY_KIB)
              .withIterations(PASSES)
              .withParallelism(1)
              .withSalt(salt)
              .build());
      byte[] hash = new byte[HASH_BYTES];
      argon2.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
      return hash;
    } finally {
      hashing.release();
    }
  }
}
