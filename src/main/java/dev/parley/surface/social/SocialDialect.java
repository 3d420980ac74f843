package dev.parley.surface.social;

import dev.parley.realtime.Dialect;
import dev.parley.realtime.Item;
import java.util.Set;

/** What the pages of this system are told of what happens; of everything else they hear nothing. */
final class SocialDialect implements Dialect {

  private static final Set<String> TOLD = Set.of("newOnlineUser", "offlineUser", "newNotification");

  @Override
  public String encode(Item item) {
    return TOLD.contains(item.type())
        ? SocialSurface.push(item.type(), Shapes.of(item.data()))
        : null;
  }
}
