package dev.parley.kernel;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * Reads the texts of payloads. The character U+0000 has no place in any: PostgreSQL can't store or
 * compare it, and would fail in the middle of things.
 */
final class StorableText extends StringDeserializer {

  private static final long serialVersionUID = 1L;

  /** Makes a mapper read texts this way. */
  static SimpleModule module() {
    return new SimpleModule().addDeserializer(String.class, new StorableText());
  }

  @Override
  public String deserialize(JsonParser parser, DeserializationContext context) {
    String text = super.deserialize(parser, context);
    return text == null || text.indexOf('\0') < 0
        ? text
        : (String) context.handleWeirdStringValue(String.class, text, "U+0000 is in it");
  }
}
