package dev.parley.privacy;

/** Whose a thing is, or for whom: the columns of the tables. */
enum Kind {
  /** The viewer's own. */
  OWN,
  /** Of somebody with a public profile, for everybody. */
  PUBLIC,
  /** Of somebody with a private profile, for followers only, or between two others. */
  PRIVATE,
  /** For close friends. */
  CHOSEN,
  /** Of a group. */
  GROUP,
  /** There no more. */
  DELETED
}
