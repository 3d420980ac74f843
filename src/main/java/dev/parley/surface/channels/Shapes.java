package dev.parley.surface.channels;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What goes over the wire, but for the sockets. */
public final class Shapes {

  private Shapes() {}

  /** Somebody. */
  public record User(UUID id, String username) {}

  /** People who were found. */
  public record Users(List<User> users) {}

  /**
   * Somebody in a channel.
   *
   * @param creator whether they made it
   */
  public record Member(UUID id, String username, boolean creator) {}

  /**
   * A channel.
   *
   * @param displayname null when it was given none
   */
  public record Channel(UUID id, String displayname, List<Member> users) {}

  /**
   * A channel in the list of somebody's.
   *
   * @param creator whether they made it
   */
  public record OwnChannel(UUID id, String displayname, boolean creator, List<Member> users) {}

  /** Somebody's channels. */
  public record OwnChannels(List<OwnChannel> channels) {}

  /** A message. */
  public record Message(
      String id, UUID senderId, String username, String message, Instant createdAt) {}

  /** A channel's messages, the oldest first. */
  public record Messages(UUID channelId, List<Message> messages) {}
}
