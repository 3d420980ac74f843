package dev.parley.attachments;

import dev.parley.images.ImageFormat;
import dev.parley.images.Picture;
import dev.parley.images.Pictures;
import dev.parley.kernel.Caller;
import dev.parley.kernel.Setting;
import dev.parley.kernel.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Receives files. A body goes to a temporary file first: until it is complete and checked, it costs
 * neither memory nor a connection to the database.
 */
@ApplicationScoped
public class Uploads {

  /** So long a body may take to arrive. */
  private static final Duration LONGEST = Duration.ofMinutes(15);

  @Inject Settings settings;
  @Inject UploadGate gate;
  @Inject UploadRecords records;
  @Inject BlobRemovals removals;
  @Inject AttachmentStores stores;
  @Inject Pictures pictures;

  /**
   * Receives a file.
   *
   * @param name what the uploader calls it, or null
   * @param announced how long the body is said to be, or -1
   */
  public Attachment.View receive(Caller caller, String name, long announced, InputStream body) {
    if (announced > limit()) {
      throw BoundedOutput.tooLarge(limit());
    }
    records.checkQuota(caller, Math.max(1, announced));
    try (UploadGate.Pass pass = gate.enter(caller.accountId());
        Scratch scratch = new Scratch()) {
      Path received = scratch.file();
      try (OutputStream out = open(received)) {
        body.transferTo(out);
      }
      return keep(caller, FileNames.harmless(name), received, scratch);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Attachment.View keep(Caller caller, String name, Path received, Scratch scratch)
      throws IOException {
    byte[] head = head(received);
    Optional<ImageFormat> format = ImageFormat.of(head);
    if (format.isEmpty()) {
      return store(caller, name, FileKind.of(head).type(), null, received, null);
    }
    Path clean = scratch.file();
    Path preview = scratch.file();
    Picture picture = pictures.prepare(format.get(), received, clean, preview);
    return store(
        caller,
        FileNames.ending(name, format.get().extensions()),
        format.get().type(),
        picture,
        clean,
        preview);
  }

  private Attachment.View store(
      Caller caller, String name, String type, Picture picture, Path content, Path preview)
      throws IOException {
    Attachment.Blob bytes = blob(type, content);
    boolean previewed = picture != null && picture.previewType() != null;
    Attachment.Blob small = previewed ? blob(picture.previewType(), preview) : null;
    List<UUID> blobs = previewed ? List.of(bytes.id(), small.id()) : List.of(bytes.id());
    AttachmentStore store = stores.forNew();
    removals.note(blobs);
    try {
      store.write(bytes.id(), content);
      if (previewed) {
        store.write(small.id(), preview);
      }
      Integer width = picture == null ? null : picture.width();
      Integer height = picture == null ? null : picture.height();
      return records
          .add(caller, new Attachment(0, name, type, width, height, store.name(), bytes, small))
          .view();
    } catch (IOException | RuntimeException e) {
      removals.hasten(blobs);
      throw e;
    }
  }

  private static Attachment.Blob blob(String type, Path file) throws IOException {
    return new Attachment.Blob(UUID.randomUUID(), type, Files.size(file));
  }

  /** A file for a body: it refuses more bytes than a file may have, and what takes too long. */
  public OutputStream open(Path file) throws IOException {
    return new BoundedOutput(Files.newOutputStream(file), limit(), LONGEST);
  }

  private static byte[] head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(FileKind.HEAD);
    }
  }

  private long limit() {
    return settings.number(Setting.PARLEY_ATTACHMENT_BYTES);
  }
}
