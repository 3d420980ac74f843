package dev.parley.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Everything that the person who runs Parley can set: environment variables or system properties.
 */
@ApplicationScoped
public class Settings {

  private final Config config = ConfigProvider.getConfig();

  private String text(Setting setting) {
    return config
        .getOptionalValue(setting.name(), String.class)
        .orElse(setting.byDefault())
        .strip();
  }

  /** A whole number. */
  public int number(Setting setting) {
    return Integer.parseInt(text(setting));
  }

  /** {@code true} or {@code false}. */
  public boolean on(Setting setting) {
    return Boolean.parseBoolean(text(setting));
  }

  /** A text, empty when it is not set. */
  public String value(Setting setting) {
    return text(setting);
  }

  /** A list that is written with commas. */
  public Set<String> list(Setting setting) {
    return Arrays.stream(text(setting).split(","))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }
}
