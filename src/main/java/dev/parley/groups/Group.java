package dev.parley.groups;

import java.time.Instant;
import java.util.List;

/** A social group, in the shapes in which it is shown. */
public final class Group {

  private Group() {}

  /**
   * A group as one person sees it.
   *
   * @param id the same as its conversation's
   * @param picture its address for members; null for everybody else, who may not fetch it
   * @param members the first thousand, the one who has been there longest first; empty for those
   *     who are not in it
   * @param memberCount how many there are
   * @param role the viewer's: {@code admin} (a moderator) or {@code member}; null for others
   * @param status what the viewer is to it: {@code member}, {@code invited}, {@code requested} or
   *     {@code none}
   */
  public record View(
      String id,
      String name,
      String description,
      String picture,
      String creatorID,
      String creatorName,
      Instant dateCreate,
      List<Member> members,
      long memberCount,
      String role,
      String status) {}

  /** A member, for the other members; {@code role} is {@code admin} for a moderator. */
  public record Member(String id, String userName, String fullName, String picture, String role) {}

  /** A group in a list of somebody's groups. */
  public record Brief(String id, String name) {}

  /** A group that was looked for; what everybody may know. */
  public record Found(
      String id, String name, String description, long memberCount, String status) {}

  /** Somebody who is not in the group; {@code status} as in {@link View}. */
  public record Outsider(
      String id, String userName, String fullName, String picture, String status) {}

  /** Somebody and a group, after the one was asked or taken in. */
  public record Entry(String groupID, String userID, String userName, String status) {}

  /** Somebody who asks to be taken in. */
  public record Request(
      String groupID,
      String userID,
      String userName,
      String fullName,
      String picture,
      Instant dateCreate) {}

  /** A group to which one is invited, and by whom. */
  public record Invitation(
      String groupID, String name, String userID, String userName, Instant dateCreate) {}

  /** What became of a request or an invitation of somebody's. */
  public record Answered(String groupID, String userID, boolean accepted) {}
}
