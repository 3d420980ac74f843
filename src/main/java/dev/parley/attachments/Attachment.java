package dev.parley.attachments;

import dev.parley.kernel.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/**
 * A file that somebody uploaded.
 *
 * @param name what its owner calls it, harmless as a file name
 * @param type by its content
 * @param width null unless it is a picture; {@code height} likewise
 * @param store the name of the {@link AttachmentStore} that has its bytes
 * @param content its bytes
 * @param preview a small picture of it, or null
 */
public record Attachment(
    long id,
    String name,
    String type,
    Integer width,
    Integer height,
    String store,
    Blob content,
    Blob preview) {

  private static final String ADDRESS = "/api/v1/attachments/";

  static final String COLUMNS =
      "t.id, t.name, t.type, t.width, t.height, t.store, t.blob, t.size, t.preview_blob,"
          + " t.preview_type, t.preview_size";

  static final Sql.Row<Attachment> ROW = Attachment::read;

  /** Bytes in a store. */
  public record Blob(UUID id, String type, long size) {}

  /**
   * An attachment as it stands in a message.
   *
   * @param type its media type
   * @param size in bytes
   * @param width null unless it is a picture; {@code height} likewise
   * @param image whether it is a picture that browsers show
   * @param address where to fetch it
   * @param preview where to fetch a small picture of it, or null
   */
  public record View(
      String id,
      String name,
      String type,
      long size,
      Integer width,
      Integer height,
      boolean image,
      String address,
      String preview) {}

  private static Attachment read(ResultSet row) throws SQLException {
    UUID preview = row.getObject("preview_blob", UUID.class);
    return new Attachment(
        row.getLong("id"),
        row.getString("name"),
        row.getString("type"),
        row.getObject("width", Integer.class),
        row.getObject("height", Integer.class),
        row.getString("store"),
        new Blob(row.getObject("blob", UUID.class), row.getString("type"), row.getLong("size")),
        preview == null
            ? null
            : new Blob(preview, row.getString("preview_type"), row.getLong("preview_size")));
  }

  boolean image() {
    return width != null;
  }

  /** What everybody sees who may fetch it. */
  public View view() {
    String address = ADDRESS + id;
    return new View(
        Long.toString(id),
        name,
        type,
        content.size(),
        width,
        height,
        image(),
        address,
        preview == null ? null : address + "/preview");
  }
}
