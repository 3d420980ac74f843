package dev.parley.kernel;

/**
 * One setting with its default and a line that explains it; its name is the environment variable.
 */
public enum Setting {
  DATABASE_URL(
      "",
      "The PostgreSQL to use: `postgres://user:password@host:5432/db` or the JDBC form. Empty: an"
          + " embedded one in the data directory"),
  PARLEY_DATA_DIR(
      "",
      "Where the embedded PostgreSQL lives. Empty: `data` in the checkout (`mvn -Prun`) or beside"
          + " the server's configuration"),
  PARLEY_HOST("*", "The address to listen on; `127.0.0.1` hides it from the network"),
  PARLEY_PORT("9080", "The HTTP port"),
  PARLEY_TRUSTED_PROXIES(
      "127\\.0\\.0\\.1|0:0:0:0:0:0:0:1|::1",
      "A pattern of the addresses whose `X-Forwarded-*` headers are believed"),
  PARLEY_ALLOWED_ORIGINS(
      "", "Further web origins that may connect, with commas; the server's own always may"),
  PARLEY_DATABASE_CONNECTIONS("20", "Connections to PostgreSQL"),
  PARLEY_GUESTS("true", "Whether one may come in with a name only"),
  PARLEY_REGISTRATION("true", "Whether strangers may register"),
  PARLEY_PASSWORD_LENGTH("8", "The fewest characters of a password"),
  PARLEY_SESSION_DAYS("30", "Days after which an unused session ends"),
  PARLEY_EVERYBODY_ROOM("true", "Whether there is a room that everybody is a member of"),
  PARLEY_OPEN_MESSAGING(
      "true",
      "Whether anybody may write to anybody in private. If not, one of the two must follow the"
          + " other, or both be in a group or channel"),
  PARLEY_METRICS_TOKEN(
      "", "The bearer token for `/metrics`. Empty: only an administrator's session may read them"),
  PARLEY_MESSAGE_CHARS("8000", "The most characters of a message"),
  PARLEY_ATTACHMENT_BYTES("20971520", "The most bytes of an attachment"),
  PARLEY_IMAGE_PIXELS(
      "40000000",
      "The most pixels of a picture, and of all pictures that are worked on at the same time; some"
          + " need six bytes of memory each"),
  PARLEY_UNSENT_BYTES(
      "209715200", "The most bytes of one person's uploads that are in no message yet"),
  PARLEY_PERSON_MEBIBYTES(
      "5120", "The most MiB of all uploads of one person that are kept; `0`: any number"),
  PARLEY_UPLOADS("32", "Uploads that are received at the same time"),
  PARLEY_ATTACHMENTS_DIR(
      "",
      "The directory for new attachments. Empty: they are stored in the database, and `pg_dump` has"
          + " them all"),
  PARLEY_FRAME_BYTES("65536", "The most bytes of a WebSocket frame, in and out"),
  PARLEY_SOCKETS_PER_PERSON("10", "The most sockets one account may have open"),
  PARLEY_RATE_PER_10S("30", "Requests that a socket may send in 10 seconds, after a burst"),
  PARLEY_RATE_BURST("60", "Requests that a socket may send at once"),
  PARLEY_EGRESS_FRAMES("256", "Frames that may wait for a slow socket before it is closed (4408)"),
  PARLEY_EGRESS_BYTES(
      "1048576", "Bytes that may wait for a slow socket before it is closed (4408)"),
  PARLEY_WRITERS("2", "Transactions that store messages at the same time"),
  PARLEY_WRITE_QUEUE("10000", "Messages that may wait for the database before `rateLimited`"),
  PARLEY_SHARDS("2", "Threads that deliver to sockets"),
  PARLEY_OFFLINE_AFTER_SECONDS("15", "Seconds from a person's last socket to `offline`"),
  PARLEY_SAMPLE_DATA(
      "false",
      "Whether a database without accounts is filled with sample people, who all have the same"
          + " well-known password; for trying out");

  private final String byDefault;
  private final String explanation;

  Setting(String byDefault, String explanation) {
    this.byDefault = byDefault;
    this.explanation = explanation;
  }

  public String byDefault() {
    return byDefault;
  }

  /** One line of Markdown. */
  public String explanation() {
    return explanation;
  }
}
