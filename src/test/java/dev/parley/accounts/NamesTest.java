package dev.parley.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.kernel.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

  @Test
  void aNameIsComposedAndStripped() {
    assertEquals("Zoë", Names.name("  Zoe\u0308 "));
    assertEquals("李小龙", Names.name("李小龙"));
    assertEquals("a.b_c-9", Names.name("a.b_c-9"));
    assertEquals("x".repeat(32), Names.name("x".repeat(32)));
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(strings = {"  ", "a b", "a\tb", "a\u0000b", "a@b", "<b>", "a/b", "😀", "a\u200bb"})
  void whatIsNoNameIsRefused(String given) {
    assertEquals("name", assertThrows(Refusal.class, () -> Names.name(given)).field());
  }

  @Test
  void aNameHasAnEnd() {
    assertThrows(Refusal.class, () -> Names.name("x".repeat(33)));
    assertThrows(Refusal.class, () -> Names.fullName("x".repeat(101)));
  }

  @Test
  void namesThatLookTheSameHaveOneKey() {
    assertEquals(Names.key("ann"), Names.key(" ANN "));
    assertEquals(Names.key("ann"), Names.key("ａｎｎ"));
    assertEquals(Names.key("zoë"), Names.key("Zoe\u0308"));
    assertEquals(Names.key("straße"), Names.key("STRASSE"));
    assertEquals(Names.key("ﬁn"), Names.key("fin"));
    assertNotEquals(Names.key("ann"), Names.key("anne"));
  }

  @Test
  void anAddressIsFoldedAndMayBeLeftOut() {
    assertEquals("ann@example.org", Names.email(" Ann@Example.ORG "));
    assertNull(Names.email(" "));
    assertNull(Names.email(null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ann", "@example.org", "ann@", "ann@localhost", "a b@example.org", "a@b@c.d"})
  void whatIsNoAddressIsRefused(String given) {
    assertEquals("email", assertThrows(Refusal.class, () -> Names.email(given)).field());
  }
}
