package dev.parley.surface.social;

import dev.parley.kernel.Caller;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The chat with one person: {@code /openChat/private?id=<userID>}. Whoever may not write to them
 * does not come in.
 */
@ApplicationScoped
public class PrivateChatSurface extends ChatSurface {

  static final String PATH = "/openChat/private";

  @Override
  String path() {
    return PATH;
  }

  @Override
  boolean isPair() {
    return true;
  }

  @Override
  long room(Caller caller, long id) {
    return chats.open(caller, id);
  }
}
