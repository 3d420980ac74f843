package dev.parley.kernel;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * Reads the texts of payloads. The character U+0000 has no place in any: PostgreSQL can't store or
 * compare it, and would fail in the middle of things. Nor has half a surrogate pair: it would be
 * stored as a question mark, so that a retry would not be recognised. And yes or no is no text.
 */
final class StorableText extends StringDeserializer {

  private static final long serialVersionUID = 1L;

  /** Makes a mapper read texts this way. */
  static SimpleModule module() {
    return new SimpleModule().addDeserializer(String.class, new StorableText());
  }

  @Override
  public String deserialize(JsonParser parser, DeserializationContext context) {
    if (parser.currentToken().isBoolean()) {
      return (String) context.handleUnexpectedToken(String.class, parser);
    }
    String text = super.deserialize(parser, context);
    return text == null || isStorable(text)
        ? text
        : (String)
            context.handleWeirdStringValue(
                String.class, text, "U+0000 or half a surrogate pair is in it");
  }

  private static boolean isStorable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0 || Character.isSurrogate(c) && !isPair(text, i++)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPair(String text, int at) {
    return at + 1 < text.length()
        && Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1));
  }
}
