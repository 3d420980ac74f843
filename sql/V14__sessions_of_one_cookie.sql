-- Some systems' clients keep their session where scripts can read it. Such a one counts in that
-- cookie only, and so at that system's addresses only; none: everywhere.
ALTER TABLE logins ADD cookie text;
