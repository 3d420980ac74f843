package dev.parley.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {

  @Test
  void readsTheUrlForm() {
    assertEquals(
        new DatabaseUrl("jdbc:postgresql://db.example:5433/parley", "ann", "secret"),
        DatabaseUrl.parse("postgres://ann:secret@db.example:5433/parley"));
    assertEquals(
        new DatabaseUrl("jdbc:postgresql://db/parley?sslmode=require", "ann", null),
        DatabaseUrl.parse("postgresql://ann@db/parley?sslmode=require"));
    assertEquals(
        new DatabaseUrl("jdbc:postgresql://db/parley", null, null),
        DatabaseUrl.parse("postgres://db/parley"));
  }

  @Test
  void decodesUserAndPassword() {
    assertEquals(
        new DatabaseUrl("jdbc:postgresql://db/parley", "a@b", "p:/@+ %"),
        DatabaseUrl.parse("postgres://a%40b:p%3A%2F%40+%20%25@db/parley"));
  }

  @Test
  void takesTheJdbcFormAsItIs() {
    String url = "jdbc:postgresql://db:5432/parley?user=ann&password=secret";
    assertEquals(new DatabaseUrl(url, null, null), DatabaseUrl.parse(url));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mysql://ann:secret@db/parley",
        "postgres://ann:secret@db",
        "postgres://ann:secret@db/",
        "postgres:ann:secret",
        "ann:secret@db/parley",
        "postgres://ann:se cret@db/parley",
        "jdbc:mysql://db/parley?password=secret"
      })
  void saysHowItMustLookWithoutRepeatingThePassword(String url) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> DatabaseUrl.parse(url)).getMessage();
    assertFalse(message.contains("secret"), message);
    assertFalse(message.contains("se cret"), message);
  }
}
