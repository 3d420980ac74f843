-- How far each conversation's messages are in the index: its progress is behind as long as its ev
-- is. Only the index is ever behind; nothing of it is needed to store a message.
CREATE TABLE search_progress (
  conversation_id bigint PRIMARY KEY REFERENCES conversations ON DELETE CASCADE,
  ev              bigint NOT NULL DEFAULT 0
);

-- The forms of each message's words, each with its conversation before it ("17/word"): one looks for
-- words in a conversation, and what others write elsewhere then costs nothing.
CREATE TABLE message_words (
  -- Not a conversation's own key: checking that would lock the row which messages wait for.
  conversation_id bigint   NOT NULL REFERENCES search_progress ON DELETE CASCADE,
  -- The message. Over all conversations it is the order of time, too.
  id              bigint   NOT NULL,
  words           tsvector NOT NULL,
  PRIMARY KEY (conversation_id, id)
);
-- A search reads what is not yet sorted in: keep it short (kB).
CREATE INDEX message_words_words ON message_words USING gin (words)
  WITH (gin_pending_list_limit = 512);
