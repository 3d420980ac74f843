-- A deleted account keeps its row, because what it wrote stays: without name, address and password.
ALTER TABLE accounts ADD deleted_at timestamptz;

-- The public handle, as accounts have one: what other systems may keep. It proves nothing.
ALTER TABLE conversations
  ADD handle uuid    NOT NULL UNIQUE DEFAULT gen_random_uuid(),
  -- Whether somebody gave it its name; else the name was generated.
  ADD named  boolean NOT NULL DEFAULT true;
