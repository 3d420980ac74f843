package dev.parley.lifecycle;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.UUID;

/** Which Parley this is. */
@ApplicationScoped
public class ServerInfo {

  private final String instance = UUID.randomUUID().toString();
  private final String version;

  /** Reads the version that the build wrote down. */
  public ServerInfo() {
    Properties build = new Properties();
    try (InputStream in = ServerInfo.class.getResourceAsStream("/parley.properties")) {
      build.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    version = build.getProperty("version");
  }

  /** Another one after each start. */
  public String instance() {
    return instance;
  }

  public String version() {
    return version;
  }
}
