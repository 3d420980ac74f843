package dev.parley.surface.forum;

import dev.parley.accounts.AccountHandles;
import dev.parley.accounts.Logins;
import dev.parley.kernel.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Whether those who say who they are say the truth. */
@ApplicationScoped
public class Identity {

  @Inject AccountHandles handles;
  @Inject Logins logins;

  /** Refuses a frame that names somebody else as the one who acts. */
  void require(Caller caller, ForumChat.Incoming in) {
    Actor.named(caller, in.userid());
    String sender = in.sender() == null ? "" : in.sender().strip();
    if (!sender.isEmpty() && !is(caller, sender)) {
      throw Actor.somebodyElse();
    }
  }

  /** Its first client knew people by their sessions, and so it may name itself by its own. */
  private boolean is(Caller caller, String sender) {
    return sender.equalsIgnoreCase(handles.of(caller.accountId()).toString())
        || sender.equals(Long.toString(caller.accountId()))
        || logins
            .find(sender, ForumCookies.SESSION)
            .filter(found -> found.accountId() == caller.accountId())
            .isPresent();
  }
}
