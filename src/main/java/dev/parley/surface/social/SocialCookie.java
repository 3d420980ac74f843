package dev.parley.surface.social;

import dev.parley.accounts.ForeignCookie;
import dev.parley.surface.RootPaths;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;

/**
 * The cookie {@code userLoggedIn}. The client's script writes it, with the {@code SessionID} that
 * {@code /loginUser} gave, so it can be neither hidden from scripts nor bound to a site: that is
 * why it counts at this system's addresses only, and there as every cookie only for allowed
 * origins.
 */
@ApplicationScoped
public class SocialCookie implements ForeignCookie {

  static final String NAME = "userLoggedIn";

  private static final Set<String> SOCKETS =
      Set.of(BrowserSurface.PATH, PrivateChatSurface.PATH, GroupChatSurface.PATH);

  @Override
  public Optional<String> nameAt(String path) {
    boolean here =
        SOCKETS.contains(path) || RootPaths.surface(path).filter("social"::equals).isPresent();
    return here ? Optional.of(NAME) : Optional.empty();
  }
}
