package dev.parley.ws;

import dev.parley.kernel.Command;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All types that the native WebSocket understands, collected from the producers. */
@ApplicationScoped
public class CommandRegistry {

  @Inject @Any Instance<Command> produced;

  private Map<String, Command> commands;

  @PostConstruct
  void collect() {
    Map<String, Command> found = new TreeMap<>();
    for (Command command : produced) {
      if (found.put(command.type(), command) != null) {
        throw new IllegalStateException("two commands are called " + command.type());
      }
    }
    commands = Collections.unmodifiableMap(found);
  }

  /** The command of that name. */
  public Optional<Command> find(String type) {
    return Optional.ofNullable(commands.get(type));
  }
}
