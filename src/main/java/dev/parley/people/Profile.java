package dev.parley.people;

import java.time.Instant;

/**
 * What somebody tells of themselves, as far as the viewer may see it. Of a private profile that one
 * does not follow, and across a block, it is the name and the picture; all else is empty.
 *
 * @param id the number, as a string
 * @param email empty but to oneself
 * @param dateCreate since when the account is here, or null
 * @param dateBirth the beginning of that day in UTC; null but to oneself
 * @param profileType {@link #PUBLIC} or {@link #PRIVATE}
 * @param picture where their picture is, or null
 * @param followers how many follow them
 * @param following how many they follow
 * @param posts how many of their posts the viewer may see
 * @param followStatus what the viewer is to them
 * @param followsMe whether they follow the viewer
 * @param asksMe whether they have asked to follow the viewer
 * @param blocked whether the viewer blocks them
 * @param mayWrite whether the two may write to each other in private
 * @param restricted whether the viewer may not see more than this
 */
public record Profile(
    String id,
    String userName,
    String fullName,
    String firstName,
    String lastName,
    String email,
    Instant dateCreate,
    Instant dateBirth,
    String gender,
    String aboutMe,
    int profileType,
    String picture,
    boolean online,
    int followers,
    int following,
    int posts,
    FollowStatus followStatus,
    boolean followsMe,
    boolean asksMe,
    boolean blocked,
    boolean mayWrite,
    boolean restricted) {

  /** Shown to everybody and followed by who likes to. */
  public static final int PUBLIC = 0;

  /** Shown to those whom its owner lets follow. */
  public static final int PRIVATE = 1;
}
