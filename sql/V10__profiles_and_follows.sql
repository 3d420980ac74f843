-- What people tell of themselves. It goes with the account.
ALTER TABLE accounts
  ADD first_name    text     NOT NULL DEFAULT '',
  ADD last_name     text     NOT NULL DEFAULT '',
  ADD date_of_birth date,
  ADD gender        text     NOT NULL DEFAULT '',
  ADD about         text     NOT NULL DEFAULT '' CHECK (char_length(about) <= 2000),
  -- 0: public. 1: private, shown to those who follow; and one has to ask to follow.
  ADD profile_type  smallint NOT NULL DEFAULT 0 CHECK (profile_type IN (0, 1));

-- Who follows whom, or has asked to.
CREATE TABLE follows (
  follower_id bigint      NOT NULL REFERENCES accounts ON DELETE CASCADE,
  followed_id bigint      NOT NULL REFERENCES accounts ON DELETE CASCADE,
  state       text        NOT NULL CHECK (state IN ('requested', 'following')),
  created_at  timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (follower_id, followed_id),
  CHECK (follower_id <> followed_id)
);
CREATE INDEX follows_followed ON follows (followed_id, follower_id) INCLUDE (state);

-- Those of one's followers who see what one shows to close friends only. Who follows no more, for
-- whatever reason, is none any more.
CREATE TABLE close_friends (
  account_id bigint      NOT NULL REFERENCES accounts ON DELETE CASCADE,
  friend_id  bigint      NOT NULL REFERENCES accounts ON DELETE CASCADE,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (account_id, friend_id),
  FOREIGN KEY (friend_id, account_id) REFERENCES follows (follower_id, followed_id) ON DELETE CASCADE
);
CREATE INDEX close_friends_friend ON close_friends (friend_id, account_id);
