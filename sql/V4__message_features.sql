ALTER TABLE messages
  -- The message of the same conversation that this one answers.
  ADD reply_seq   bigint,
  -- Whom it mentions by name, out of those who were members then.
  ADD mentions    bigint[],
  -- How many attachments and whether there are reactions: a page of plain messages is then read
  -- without asking for any.
  ADD attachments smallint    NOT NULL DEFAULT 0,
  ADD reacted     boolean     NOT NULL DEFAULT false,
  ADD pinned_at   timestamptz,
  ADD FOREIGN KEY (conversation_id, reply_seq) REFERENCES messages (conversation_id, seq);

CREATE INDEX messages_pinned ON messages (conversation_id, pinned_at) WHERE pinned_at IS NOT NULL;

CREATE TABLE reactions (
  conversation_id bigint      NOT NULL,
  seq             bigint      NOT NULL,
  account_id      bigint      NOT NULL REFERENCES accounts ON DELETE CASCADE,
  emoji           text        NOT NULL CHECK (char_length(emoji) BETWEEN 1 AND 32),
  created_at      timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (conversation_id, seq, account_id, emoji),
  FOREIGN KEY (conversation_id, seq) REFERENCES messages (conversation_id, seq) ON DELETE CASCADE
);
