package dev.parley.people;

import dev.parley.kernel.Caller;
import dev.parley.kernel.PictureAddress;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Profiles as those see them who look. */
@ApplicationScoped
@Transactional
public class ProfileViews {

  /** What the viewer may not see is not even read. Across a block every profile looks private. */
  private static final String LOOK =
      """
      SELECT a.id, a.name, a.picture_id, a.full_name, own, restricted, theirs.state AS theirs,
        mine.state AS mine,
        EXISTS (SELECT FROM blocks WHERE blocker_id = viewer.id AND blocked_id = a.id) AS blocked,
        CASE WHEN restricted THEN 1 ELSE a.profile_type END AS profile_type,
        shown.*, counts.*, CASE WHEN own THEN a.email END AS email,
        CASE WHEN own THEN a.date_of_birth END AS date_of_birth
      FROM accounts a
      CROSS JOIN (SELECT ?::bigint AS id) viewer
      CROSS JOIN LATERAL (SELECT a.id = viewer.id AS own, NOT %s AS restricted) may
      LEFT JOIN follows mine ON mine.follower_id = viewer.id AND mine.followed_id = a.id
      LEFT JOIN follows theirs ON theirs.follower_id = a.id AND theirs.followed_id = viewer.id
      LEFT JOIN LATERAL (
        SELECT a.first_name, a.last_name, a.gender, a.about, a.created_at
        WHERE NOT restricted) shown ON true
      LEFT JOIN LATERAL (
        SELECT
          (SELECT count(*) FROM follows f
           WHERE f.followed_id = a.id AND f.state = 'following') AS followers,
          (SELECT count(*) FROM follows f
           WHERE f.follower_id = a.id AND f.state = 'following') AS following,
          (SELECT count(*) FROM visible_posts p
           WHERE p.viewer_id = viewer.id AND p.author_id = a.id) AS posts
        WHERE NOT restricted) counts ON true
      WHERE a.id = ? AND a.deleted_at IS NULL
      """
          .formatted(Viewers.maySee("viewer.id", "a"));

  @Inject Sql sql;
  @Inject People people;
  @Inject Correspondence correspondence;

  /** Somebody's profile, or one's own. */
  public Profile get(Caller caller, long accountId) {
    boolean online = people.get(caller, accountId).online();
    boolean mayWrite = correspondence.isOpen(caller.accountId(), accountId);
    return sql.first(row -> read(row, online, mayWrite), LOOK, caller.accountId(), accountId)
        .orElseThrow(() -> Refusal.notFound("person"));
  }

  private static Profile read(ResultSet row, boolean online, boolean mayWrite) throws SQLException {
    String theirs = row.getString("theirs");
    return new Profile(
        row.getString("id"),
        row.getString("name"),
        row.getString("full_name"),
        text(row, "first_name"),
        text(row, "last_name"),
        text(row, "email"),
        Sql.instant(row, "created_at"),
        day(row, "date_of_birth"),
        text(row, "gender"),
        text(row, "about"),
        row.getInt("profile_type"),
        PictureAddress.of(row.getObject("picture_id", Long.class)),
        online,
        row.getInt("followers"),
        row.getInt("following"),
        row.getInt("posts"),
        FollowStatus.of(row.getString("mine")),
        FollowStatus.of(theirs) == FollowStatus.FOLLOWING,
        FollowStatus.of(theirs) == FollowStatus.REQUESTED,
        row.getBoolean("blocked"),
        mayWrite,
        row.getBoolean("restricted"));
  }

  private static String text(ResultSet row, String column) throws SQLException {
    String text = row.getString(column);
    return text == null ? "" : text;
  }

  private static Instant day(ResultSet row, String column) throws SQLException {
    LocalDate day = row.getObject(column, LocalDate.class);
    return day == null ? null : day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
