package dev.parley.attachments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Chooses a store: new attachments go where the settings say, and each is read from where it was
 * written, so that the setting can change.
 */
@ApplicationScoped
public class AttachmentStores {

  @Inject DatabaseStore database;
  @Inject DirectoryStore directory;

  AttachmentStore forNew() {
    return directory.chosen() ? directory : database;
  }

  /** All that there may be something in. */
  List<AttachmentStore> all() {
    return directory.chosen() ? List.of(database, directory) : List.of(database);
  }

  AttachmentStore of(Attachment attachment) {
    return attachment.store().equals(DirectoryStore.NAME) ? directory : database;
  }
}
