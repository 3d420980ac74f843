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
            (call, update) -> accounts.updateOwn(call.caller(), update))
        .example(
            "{'fullName':'Ann Lee'}",
            "{'id':'2','name':'ann','fullName':'Ann Lee','picture':null,'email':null,"
                + "'role':'user','guest':true,'receipts':true}");
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
            })
        .example("{}", "{'userID':'2'}");
  }

  @Produces
  Command getSessions() {
    return Command.of(
            "getSessions",
            Command.Nothing.class,
            "One's own sessions",
            (call, nothing) -> logins.list(call.caller()))
        .example(
            "null",
            "[{'id':'7','dateCreate':'2024-05-01T12:00:00Z',"
                + "'lastUsed':'2024-05-01T12:00:00Z','expires':'2024-06-01T12:00:00Z',"
                + "'userAgent':'','current':true}]");
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
            })
        .example("{'sessionID':'7'}", "{'sessionID':'7'}");
  }

  @Produces
  Command changePassword() {
    return Command.of(
            "changePassword",
            ChangePassword.class,
            "Sets a new password and ends all other sessions",
            (call, change) ->
                accounts.changePassword(call.caller(), change.oldPassword(), change.newPassword()))
        .example("{'newPassword':'a long and new one'}", "{'id':'2','name':'ann','guest':false}");
  }

  @Produces
  Command updateSettings() {
    return Command.of(
            "updateSettings",
            UpdateSettings.class,
            "Changes one's settings: `receipts`, whether others learn how far one has read",
            (call, change) -> accounts.updateSettings(call.caller(), change.receipts()))
        .example("{'receipts':false}", "{'id':'2','name':'ann','receipts':false}");
  }
}
