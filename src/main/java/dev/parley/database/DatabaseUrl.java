package dev.parley.database;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/**
 * An address of a PostgreSQL database with the account to use.
 *
 * @param jdbc {@code jdbc:postgresql://host:port/database?…}, without the account
 * @param user null when the address itself carries it or none is needed
 * @param password null when the address itself carries it or none is needed
 */
record DatabaseUrl(String jdbc, String user, String password) {

  private static final String JDBC = "jdbc:postgresql:";

  /**
   * Reads {@code postgres://user:password@host:port/database?options} (also {@code postgresql://})
   * or the JDBC form {@code jdbc:postgresql://host:port/database?user=…&password=…}.
   *
   * @throws IllegalArgumentException with a sentence for the person who set it; it never repeats
   *     the password
   */
  static DatabaseUrl parse(String url) {
    if (url.startsWith(JDBC)) {
      return new DatabaseUrl(url, null, null);
    }
    URI uri;
    try {
      uri = new URI(url);
    } catch (URISyntaxException e) {
      throw malformed();
    }
    boolean known = "postgres".equals(uri.getScheme()) || "postgresql".equals(uri.getScheme());
    String path = uri.getRawPath();
    if (!known || uri.getHost() == null || path == null || path.length() < 2) {
      throw malformed();
    }
    String user = null;
    String password = null;
    if (uri.getRawUserInfo() != null) {
      String[] parts = uri.getRawUserInfo().split(":", 2);
      user = decode(parts[0]);
      password = parts.length == 2 ? decode(parts[1]) : null;
    }
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    return new DatabaseUrl(JDBC + "//" + uri.getHost() + port + path + query, user, password);
  }

  private static String decode(String part) {
    return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static IllegalArgumentException malformed() {
    return new IllegalArgumentException(
        "DATABASE_URL must look like postgres://user:password@host:5432/database"
            + " or jdbc:postgresql://host:5432/database?user=…&password=…");
  }
}
