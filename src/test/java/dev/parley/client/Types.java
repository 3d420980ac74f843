package dev.parley.client;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.parley.kernel.Command;
import jakarta.enterprise.inject.Produces;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.Set;
import java.util.TreeSet;

/** The WebSocket types that the server knows. */
public final class Types {

  private Types() {}

  /** All of them, found where the server finds them: at the producers of commands. */
  public static Set<String> all() {
    Set<String> found = new TreeSet<>();
    new ClassFileImporter()
        .importPackages("dev.parley").stream()
            .filter(type -> type.getSimpleName().endsWith("Commands"))
            .flatMap(type -> type.getMethods().stream())
            .filter(method -> method.isAnnotatedWith(Produces.class))
            .forEach(method -> found.add(produce(method.reflect()).type()));
    return found;
  }

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
