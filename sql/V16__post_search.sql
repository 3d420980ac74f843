-- The forms of each post's words. It is written in the transaction that writes the post; older posts
-- are taken in when the server starts.
CREATE TABLE post_words (
  id    bigint   PRIMARY KEY REFERENCES posts ON DELETE CASCADE,
  words tsvector NOT NULL
);
CREATE INDEX post_words_words ON post_words USING gin (words);

-- Nothing of a deleted post stays, whatever deleted it.
CREATE FUNCTION forget_post_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM post_words WHERE id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER forget_post_words AFTER UPDATE OF deleted_at ON posts
  FOR EACH ROW WHEN (NEW.deleted_at IS NOT NULL) EXECUTE FUNCTION forget_post_words();
