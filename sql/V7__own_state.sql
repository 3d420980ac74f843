-- What somebody keeps about a conversation; only they see it.
ALTER TABLE memberships
  -- Raised by each change of what follows and of read_seq: of two states, the newer one has more.
  ADD rev          bigint  NOT NULL DEFAULT 0,
  -- How far the others were told that they have read. Never goes down.
  ADD seen_seq     bigint  NOT NULL DEFAULT 0,
  ADD muted_until  timestamptz,
  -- The last message when it was archived, or null. A later message takes the conversation out of
  -- the archive unless it came while muted: no message has to be written to memberships for that.
  ADD archived_seq bigint,
  ADD draft        text    NOT NULL DEFAULT '' CHECK (char_length(draft) <= 8000),
  -- False for both in a private conversation while one of them blocks the other.
  ADD may_write    boolean NOT NULL DEFAULT true;

UPDATE memberships SET seen_seq = read_seq;

-- Whether others learn how far they have read.
ALTER TABLE accounts ADD receipts boolean NOT NULL DEFAULT true;

-- Counting the unread messages that mention somebody touches those that mention anybody only.
CREATE INDEX messages_mentions ON messages (conversation_id, seq) WHERE mentions IS NOT NULL;
