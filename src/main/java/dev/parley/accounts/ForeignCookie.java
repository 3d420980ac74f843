package dev.parley.accounts;

import java.util.Optional;

/**
 * A cookie in which another system's clients keep the token of their session. It counts at that
 * system's addresses, where Parley's own cookie does not; whether the page that sends it may is
 * asked as for every other. It lies here because accounts know nothing of those systems; a bean
 * that implements this is found by itself.
 */
public interface ForeignCookie {

  /**
   * The cookie's name, if the address is one of that system's.
   *
   * @param path as the client wrote it, without the query
   */
  Optional<String> nameAt(String path);
}
