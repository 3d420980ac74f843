package dev.parley.surface.social;

/** What this system calls a picture: the number of what it belongs to, as a file. */
final class PictureFile {

  /** Whatever it is: browsers look at the type that comes with it. */
  private static final String EXTENSION = ".png";

  private PictureFile() {}

  static String name(String id) {
    return id + EXTENSION;
  }
}
