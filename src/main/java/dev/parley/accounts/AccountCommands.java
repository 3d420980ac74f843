package dev.parley.accounts;

import dev.parley.kernel.Command;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import java.util.Map;

/** The WebSocket types about one's own account. */
@ApplicationScoped
public class AccountCommands {

  @Inject Accounts accounts;
  @Inject Logins logins;

  /** One of one's own sessions. */
  public record EndSession(@NotNull Long sessionID) {}

  /** The old password is not needed by a guest, who has none. */
  public record ChangePassword(String oldPassword, @NotNull String newPassword) {}

  /** What is null stays as it is. */
  public record UpdateSettings(Boolean receipts) {}

  /** The password is not needed by a guest, who has none. */
  public record DeleteAccount(String password) {}

  @Produces
  Command updateAccount() {
    return Command.of(
        "updateAccount",
        Account.Update.class,
        "Changes one's own account; address and password need the current one",
        (call, update) -> accounts.updateOwn(call.caller(), update));
  }

  @Produces
  Command deleteAccount() {
    return Command.of(
        "deleteAccount",
        DeleteAccount.class,
        "Deletes one's own account; what it wrote stays, without the name",
        (call, delete) -> {
          accounts.deleteOwn(call.caller(), delete.password());
          return Map.of("userID", Long.toString(call.caller().accountId()));
        });
  }

  @Produces
  Command getSessions() {
    return Command.of(
        "getSessions",
        Command.Nothing.class,
        "One's own sessions",
        (call, nothing) -> logins.list(call.caller()));
  }

  @Produces
  Command endSession() {
    return Command.of(
        "endSession",
        EndSession.class,
        "Ends one of one's own sessions; its sockets are closed",
        (call, end) -> {
          logins.end(call.caller(), end.sessionID());
          return Map.of("sessionID", end.sessionID().toString());
        });
  }

  @Produces
  Command changePassword() {
    return Command.of(
        "changePassword",
        ChangePassword.class,
        "Sets a new password and ends all other sessions",
        (call, change) ->
            accounts.changePassword(call.caller(), change.oldPassword(), change.newPassword()));
  }

  @Produces
  Command updateSettings() {
    return Command.of(
        "updateSettings",
        UpdateSettings.class,
        "Changes one's settings: `receipts`, whether others learn how far one has read",
        (call, change) -> accounts.updateSettings(call.caller(), change.receipts()));
  }
}
