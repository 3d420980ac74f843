package dev.parley.kernel;

/** Where the pictures of people and conversations are fetched. */
public final class PictureAddress {

  private PictureAddress() {}

  /**
   * The address of a picture, in a size for lists and pages.
   *
   * @param attachmentId the number of the upload that became one, or null
   * @return null when there is none
   */
  public static String of(Long attachmentId) {
    return attachmentId == null ? null : "/api/v1/attachments/" + attachmentId + "/preview";
  }
}
