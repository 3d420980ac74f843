package dev.parley.attachments;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.client.Parley;
import dev.parley.client.Person;
import dev.parley.images.TestPictures;
import dev.parley.testing.Installation;
import dev.parley.testing.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A server with tight limits that keeps attachments in a directory. */
class UploadLimitsIT {

  private static final int LIMIT = 200_000;

  private static Path directory;
  private static ServerProcess server;
  private static Parley parley;

  private final Person ann = parley.person("ann");

  @BeforeAll
  static void start() throws Exception {
    directory = Files.createTempDirectory("parley-attachments-");
    server =
        new ServerProcess(
            Path.of(System.getProperty("parley.install")),
            List.of(),
            Map.of(
                "PARLEY_ATTACHMENTS_DIR",
                directory.toString(),
                "PARLEY_ATTACHMENT_BYTES",
                Integer.toString(LIMIT),
                "PARLEY_UNSENT_BYTES",
                Integer.toString(5 * LIMIT / 2),
                "PARLEY_PERSON_MEBIBYTES",
                "1",
                "PARLEY_IMAGE_PIXELS",
                "10000",
                "PARLEY_UPLOADS",
                "2"));
    server.start();
    parley = new Parley(server.address().toString());
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
    Installation.delete(directory);
  }

  @Test
  void filesLieInTheDirectoryUntilTheirMessageIsDeleted() throws Exception {
    String chat = ann.groupWith();
    byte[] bytes = TestPictures.png(50, 50);
    JsonNode made = ann.uploads("a.png", bytes);
    String message = ann.posts(chat, "look", made).path("messageID").asString();
    byte[] fetched = ann.fetch(made.path("address").asString()).body();
    assertEquals(200, ann.fetch(made.path("preview").asString()).statusCode());
    List<Path> kept = filesWith(fetched);
    assertEquals(1, kept.size());
    ann.call("DELETE", "/messages/" + message, null).expect(200);
    assertEquals(404, ann.fetch(made.path("address").asString()).statusCode());
    await(() -> !Files.exists(kept.get(0)));
  }

  @Test
  void whatIsLargerThanTheLimitIsRefusedAnnouncedOrNot() throws Exception {
    ann.uploads("most", new byte[LIMIT]);
    ann.upload("more", new byte[LIMIT + 1]).refused(413, "tooLarge");
    try (Stream stream = new Stream()) {
      stream.send(LIMIT + 1);
      stream.end();
      assertEquals(413, stream.status());
    }
  }

  @Test
  void anUploadThatGoesOnIsRefusedBeforeItEnds() throws IOException {
    try (Stream endless = new Stream()) {
      endless.send(LIMIT + 1);
      assertEquals(413, endless.status());
    }
    ann.uploads("the server goes on", new byte[1]);
  }

  @Test
  void whatIsNotSentMayNotBeTooMuch() {
    String chat = ann.groupWith();
    JsonNode one = ann.uploads("1", new byte[LIMIT]);
    ann.uploads("2", new byte[LIMIT]);
    ann.upload("3", new byte[LIMIT]).refused(429, "rateLimited");
    ann.posts(chat, "now there is room again", one);
    ann.uploads("3", new byte[LIMIT]);
    parley.person("ben").uploads("another's is another's", new byte[LIMIT]);
  }

  @Test
  void aPersonMayNotKeepTooMuch() {
    String chat = ann.groupWith();
    String last = "";
    for (int i = 0; i < 5; i++) {
      JsonNode made = ann.uploads("kept", new byte[LIMIT]);
      last = ann.posts(chat, "keep", made).path("messageID").asString();
    }
    ann.upload("one more", new byte[LIMIT]).refused(413, "tooLarge");
    ann.call("DELETE", "/messages/" + last, null).expect(200);
    ann.uploads("one more", new byte[LIMIT]);
  }

  @Test
  void aPictureOverThePixelLimitIsRefused() {
    ann.uploads("100.png", TestPictures.png(100, 100));
    ann.upload("101.png", TestPictures.png(101, 100)).refused(413, "tooLarge");
    ann.upload("101.jpg", TestPictures.jpeg(101, 100, 6)).refused(413, "tooLarge");
    ann.upload("101.gif", TestPictures.gif(101, 100)).refused(413, "tooLarge");
  }

  @Test
  void onlySoManyUploadsAreReceivedAtOnce() throws Exception {
    try (Stream one = new Stream();
        Stream two = new Stream();
        Stream three = new Stream()) {
      List<Stream> all = List.of(one, two, three);
      for (Stream each : all) {
        each.send(1);
      }
      await(() -> all.stream().anyMatch(Stream::isAnswered)); // the one that came last
      for (Stream each : all) {
        if (each.isAnswered()) {
          assertEquals(429, each.status());
        } else {
          each.end();
          assertEquals(201, each.status());
        }
      }
    }
    ann.uploads("one more", new byte[1]);
  }

  private static List<Path> filesWith(byte[] bytes) throws IOException {
    try (java.util.stream.Stream<Path> files = Files.walk(directory)) {
      List<Path> all = files.filter(Files::isRegularFile).toList();
      for (Path file : all) {
        assertFalse(file.toString().endsWith(".part"), file.toString());
      }
      List<Path> found =
          all.stream()
              .filter(file -> file.toFile().length() == bytes.length)
              .filter(file -> java.util.Arrays.equals(read(file), bytes))
              .toList();
      found.forEach(file -> assertArrayEquals(bytes, read(file)));
      return found;
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      return new byte[0];
    }
  }

  private static void await(java.util.concurrent.Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!condition.call()) {
      assertTrue(System.nanoTime() < end, "it never came");
      Thread.onSpinWait();
    }
  }

  /** An upload of unknown length that goes on as long as the test wants. */
  private final class Stream implements AutoCloseable {

    private final Socket socket =
        new Socket(server.address().getHost(), server.address().getPort());

    Stream() throws IOException {
      socket.setSoTimeout(30_000);
      write(
          """
          POST /api/v1/attachments HTTP/1.1\r
          Host: %s\r
          Authorization: Bearer %s\r
          Content-Type: application/octet-stream\r
          Transfer-Encoding: chunked\r
          \r
          """
              .formatted(server.address().getAuthority(), ann.token()));
    }

    void send(int bytes) throws IOException {
      write("%x\r\n".formatted(bytes));
      socket.getOutputStream().write(new byte[bytes]);
      write("\r\n");
    }

    void end() throws IOException {
      write("0\r\n\r\n");
    }

    boolean isAnswered() {
      try {
        return socket.getInputStream().available() > 0;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** Waits for the answer's first line: {@code HTTP/1.1 201 Created}. */
    int status() throws IOException {
      byte[] line = socket.getInputStream().readNBytes(12);
      return Integer.parseInt(new String(line, 9, 3, US_ASCII));
    }

    private void write(String text) throws IOException {
      socket.getOutputStream().write(text.getBytes(US_ASCII));
      socket.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
