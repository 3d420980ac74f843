package dev.parley.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Turns JSON into checked payloads, and what is wrong with it into a refusal that names the field.
 */
@ApplicationScoped
public class Payloads {

  @Inject Validator validator;

  /**
   * A payload of the given shape.
   *
   * @param node null or JSON null counts as an empty object
   */
  public <T> T read(JsonNode node, Class<T> type) {
    T payload;
    try {
      JsonNode given =
          node == null || node.isNull() || node.isMissingNode()
              ? Json.MAPPER.createObjectNode()
              : node;
      payload = Json.MAPPER.treeToValue(given, type);
    } catch (JacksonException e) {
      throw malformed(e);
    }
    return check(payload);
  }

  /** A payload of the given shape, from its text; a blank one counts as an empty object. */
  public <T> T parse(String json, Class<T> type) {
    try {
      return read(json == null || json.isBlank() ? null : Json.MAPPER.readTree(json), type);
    } catch (JacksonException e) {
      throw malformed(e);
    }
  }

  /** The payload, if its constraints hold. */
  public <T> T check(T payload) {
    ConstraintViolation<T> worst =
        validator.validate(payload).stream()
            .min(Comparator.comparing(v -> v.getPropertyPath().toString()))
            .orElse(null);
    if (worst != null) {
      String field = first(worst.getPropertyPath());
      boolean missing = worst.getInvalidValue() == null;
      throw Refusal.invalid(field, field + (missing ? " is missing" : " " + worst.getMessage()));
    }
    return payload;
  }

  /** What is said of JSON that can't be read into the shape. */
  public static Refusal malformed(JacksonException e) {
    List<JacksonException.Reference> path = e.getPath();
    String field =
        path.stream()
            .map(JacksonException.Reference::getPropertyName)
            .filter(java.util.Objects::nonNull)
            .findFirst()
            .orElse(null);
    return field == null
        ? Refusal.invalid(null, "this is not the JSON that is expected here")
        : Refusal.invalid(field, field + " has the wrong form");
  }

  private static String first(Path path) {
    Iterator<Path.Node> nodes = path.iterator();
    return nodes.hasNext() ? nodes.next().getName() : "";
  }
}
