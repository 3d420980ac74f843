package dev.parley.attachments;

public class Attachment {
  public record View(String id) {}
}
