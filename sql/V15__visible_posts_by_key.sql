-- The same rule as before. Each question is a scalar one now, which is answered by a look at a primary
-- key. Asked as EXISTS, the planner may answer it by reading all follows of all people first.
CREATE OR REPLACE VIEW visible_posts AS
SELECT viewer.id AS viewer_id, p.id, p.author_id, p.conversation_id, p.title, p.body, p.visibility,
  p.picture_id, p.created_at, p.edited_at
FROM accounts viewer
CROSS JOIN posts p
WHERE p.deleted_at IS NULL
  AND CASE
    -- In groups: the members, whoever wrote it and whoever blocks whom.
    WHEN p.conversation_id IS NOT NULL THEN (
      SELECT true FROM memberships ms
      WHERE ms.conversation_id = p.conversation_id AND ms.account_id = viewer.id) IS TRUE
    WHEN p.author_id = viewer.id THEN true
    WHEN (
      SELECT true FROM blocks b
      WHERE b.blocker_id = viewer.id AND b.blocked_id = p.author_id) IS TRUE THEN false
    WHEN (
      SELECT true FROM blocks b
      WHERE b.blocker_id = p.author_id AND b.blocked_id = viewer.id) IS TRUE THEN false
    WHEN p.visibility = 2 THEN (
      SELECT true FROM close_friends f
      WHERE f.account_id = p.author_id AND f.friend_id = viewer.id) IS TRUE
    WHEN p.visibility = 0 AND (
      SELECT author.profile_type = 0 FROM accounts author WHERE author.id = p.author_id) THEN true
    ELSE (
      SELECT f.state = 'following' FROM follows f
      WHERE f.follower_id = viewer.id AND f.followed_id = p.author_id) IS TRUE
  END;
