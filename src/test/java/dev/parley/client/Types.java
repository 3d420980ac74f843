package dev.parley.client;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.parley.kernel.Command;
import jakarta.enterprise.inject.Produces;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The WebSocket types that the server knows. */
public final class Types {

  private Types() {}

  /** The names of all of them. */
  public static Set<String> all() {
    return commands().stream().map(Command::type).collect(Collectors.toCollection(TreeSet::new));
  }

  /** All of them, found where the server finds them: at the producers of commands. */
  public static List<Command> commands() {
    return new ClassFileImporter()
        .importPackages("dev.parley").stream()
            .filter(type -> type.getSimpleName().endsWith("Commands"))
            .flatMap(type -> type.getMethods().stream())
            .filter(method -> method.isAnnotatedWith(Produces.class))
            .map(method -> produce(method.reflect()))
            .toList();
  }

  /** A producer only ties things together, so it runs without what it will need later. */
  private static Command produce(Method producer) {
    try {
      Constructor<?> constructor = producer.getDeclaringClass().getDeclaredConstructor();
      constructor.setAccessible(true);
      producer.setAccessible(true);
      return (Command) producer.invoke(constructor.newInstance());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
