package dev.parley.surface.social;

import dev.parley.conversations.ConversationKinds;
import dev.parley.conversations.Kind;
import dev.parley.conversations.Memberships;
import dev.parley.kernel.Caller;
import dev.parley.kernel.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The chat of a group, for its members: {@code /openChat/group?id=<groupID>}. */
@ApplicationScoped
public class GroupChatSurface extends ChatSurface {

  static final String PATH = "/openChat/group";

  @Inject Memberships memberships;
  @Inject ConversationKinds kinds;

  @Override
  String path() {
    return PATH;
  }

  @Override
  boolean isPair() {
    return false;
  }

  @Override
  long room(Caller caller, long id) {
    memberships.require(caller, id);
    if (kinds.of(id).filter(kind -> kind == Kind.GROUP).isEmpty()) {
      throw Refusal.notFound("conversation");
    }
    return id;
  }
}
