package dev.parley.samples;

import java.awt.Color;
import java.util.List;

/**
 * One of the sample people.
 *
 * @param name to log in with
 * @param born as {@code 2000-01-02}
 * @param look in the drawn picture
 */
record Resident(
    String name, String firstName, String lastName, String born, String about, Look look) {

  /** The colours of a portrait, and how the hair is worn. */
  record Look(Color back, Color skin, Color hair, Color shirt, boolean longHair) {

    static Look of(int back, int skin, int hair, int shirt, boolean longHair) {
      return new Look(
          new Color(back), new Color(skin), new Color(hair), new Color(shirt), longHair);
    }
  }

  /** The password of all of them. */
  static final String PASSWORD = "parley-sample";

  /** Where all of them have their mail; nobody else can. */
  static final String MAIL = "@sample.invalid";

  /** Who comes first runs the server. */
  static final List<Resident> ALL =
      List.of(
          new Resident(
              "olena",
              "Olena",
              "Shevchenko",
              "1991-04-12",
              "Plans hikes, misses trains. Kyiv, now by the lake.",
              Look.of(0x5b7fd6, 0xf1c7a5, 0x5a3825, 0xf2b84b, true)),
          new Resident(
              "ben",
              "Ben",
              "Carter",
              "1988-09-30",
              "Bakes. Will bring cake if you ask, and if you don't.",
              Look.of(0x3d9b84, 0xf0c2a0, 0xb0713a, 0x34495e, false)),
          new Resident(
              "mila",
              "Mila",
              "Novak",
              "1995-01-19",
              "Photographs what stands still long enough.",
              Look.of(0xd9738b, 0xf6d3b8, 0xd9a441, 0x6a4c93, true)),
          new Resident(
              "tom",
              "Tom",
              "Okafor",
              "1990-06-03",
              "Bicycles, bridges, and the occasional trombone.",
              Look.of(0xe08e45, 0x7a4a2b, 0x1d1512, 0x2a9d8f, false)),
          new Resident(
              "vera",
              "Vera",
              "Orlova",
              "1979-11-23",
              "Reads three books at once and finishes two.",
              Look.of(0x7e6bc4, 0xf3cdb0, 0x8d8d93, 0xc0392b, true)),
          new Resident(
              "anna",
              "Anna",
              "Lindqvist",
              "1986-02-14",
              "Runs a small bookshop with a large cat.",
              Look.of(0x4f9dbf, 0xf8dcc4, 0xe8c66a, 0x264653, true)),
          new Resident(
              "kenji",
              "Kenji",
              "Tanaka",
              "1993-07-07",
              "Chess, noodles, keyboards.",
              Look.of(0x8aa53f, 0xeec39a, 0x17151a, 0x9b2c4b, false)),
          new Resident(
              "lucia",
              "Lucía",
              "Romero",
              "1998-12-01",
              "Botanist. Yes, that is a weed. No, leave it.",
              Look.of(0xc7654f, 0xd9a06f, 0x2a1a12, 0x3a7d44, true)),
          new Resident(
              "samir",
              "Samir",
              "Haddad",
              "1984-03-17",
              "Cooks for twelve when two are coming.",
              Look.of(0x5f8f57, 0xc98d5b, 0x221a16, 0xe9e1d0, false)),
          new Resident(
              "nora",
              "Nora",
              "Weiss",
              "1992-10-10",
              "Shows more to those she knows.",
              Look.of(0x936d5f, 0xf4d0b4, 0xa4452c, 0x1f5673, true)),
          new Resident(
              "jonas",
              "Jonas",
              "Keller",
              "1981-05-27",
              "Plays the Caro-Kann and stands by it.",
              Look.of(0x4b5d8a, 0xf2c9a6, 0x6b4a2b, 0xd4a017, false)),
          new Resident(
              "priya",
              "Priya",
              "Raman",
              "1996-08-08",
              "Telescope on the roof, tea in the flask.",
              Look.of(0xb05fa0, 0xb67b4d, 0x15100e, 0xf08a5d, true)));

  String fullName() {
    return firstName + " " + lastName;
  }
}
