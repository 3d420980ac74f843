package dev.parley.realtime;

import java.util.HashSet;
import java.util.Set;

/**
 * Whom to tell that there are new messages.
 *
 * @param seq of the last one, 0 when it is only to be counted again; {@code ev} of the last change
 * @param recount whether what was unread before may be another number now, which even who has all
 *     messages can't always know
 */
record Background(long seq, long ev, boolean recount, Set<Long> accountIds) {

  /** The news of both. */
  static Background both(Background before, Background now) {
    Set<Long> accountIds = new HashSet<>(before.accountIds());
    accountIds.addAll(now.accountIds());
    return new Background(
        Math.max(before.seq(), now.seq()),
        Math.max(before.ev(), now.ev()),
        before.recount() || now.recount(),
        accountIds);
  }
}
