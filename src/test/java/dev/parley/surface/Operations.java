package dev.parley.surface;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import java.lang.reflect.Method;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

/** What a surface's REST classes can be asked for. */
public final class Operations {

  private Operations() {}

  /**
   * All of a surface's operations, such as {@code GET /users}.
   *
   * @param address makes an address of the path at a class and the one at a method, or null
   */
  public static Set<String> of(Application surface, BinaryOperator<String> address) {
    Set<String> found = new TreeSet<>();
    for (Class<?> resource : surface.getClasses()) {
      Path root = resource.getAnnotation(Path.class);
      if (root != null) {
        for (Method method : resource.getDeclaredMethods()) {
          Path own = method.getAnnotation(Path.class);
          verb(method)
              .map(v -> v + " " + address.apply(root.value(), own == null ? null : own.value()))
              .ifPresent(found::add);
        }
      }
    }
    return found;
  }

  private static Optional<String> verb(Method method) {
    return Stream.of(method.getAnnotations())
        .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
        .filter(Objects::nonNull)
        .map(HttpMethod::value)
        .findFirst();
  }
}
