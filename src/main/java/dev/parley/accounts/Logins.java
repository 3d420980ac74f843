package dev.parley.accounts;

import dev.parley.kernel.Caller;
import dev.parley.kernel.Code;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.Role;
import dev.parley.kernel.Setting;
import dev.parley.kernel.Settings;
import dev.parley.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Sessions: opening them, recognising them by their token, ending them. */
@ApplicationScoped
@Transactional
public class Logins {

  /** The time of the last use is only written when it is older than this. */
  private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(10);

  private static final int LONGEST_USER_AGENT = 300;

  @PersistenceContext EntityManager entities;
  @Inject Sql sql;
  @Inject Settings settings;
  @Inject Event<LoginEvent> events;

  /**
   * A session that was just opened.
   *
   * @param token the secret, which can't be had again
   */
  public record Opened(Account.View account, Login.View session, String token) {}

  Opened open(Account account, String userAgent) {
    // Since the password was looked at it may have changed, or the account may be gone. Whoever
    // changes that ends the sessions there are, so they have to wait until this one is there, too.
    boolean asItWas =
        sql.first(
                row -> true,
                "SELECT FROM accounts WHERE id = ? AND deleted_at IS NULL"
                    + " AND password_hash IS NOT DISTINCT FROM ? FOR SHARE",
                account.id(),
                account.passwordHash())
            .isPresent();
    if (!asItWas) {
      throw Refusal.of(Code.NOT_LOGGED_IN, "invalid name or password");
    }
    String token = Token.random();
    Instant now = Instant.now();
    String agent = userAgent == null ? "" : userAgent;
    if (agent.length() > LONGEST_USER_AGENT) {
      agent = agent.substring(0, LONGEST_USER_AGENT);
    }
    Login login = new Login(account.id(), Token.hash(token), agent, now, now.plus(lifetime()));
    entities.persist(login);
    entities.flush();
    return new Opened(account.view(), login.view(login.id()), token);
  }

  /**
   * Lets a session count in one cookie only, because scripts can read it there. Before its token is
   * given away.
   */
  public void confine(Opened opened, String cookie) {
    sql.update(
        "UPDATE logins SET cookie = ? WHERE id = ?", cookie, Long.parseLong(opened.session().id()));
  }

  /**
   * Whose session the token proves, if it is one and has not ended. Every request asks this, so it
   * is one statement without a transaction.
   *
   * @param cookie the name of the cookie that counts where it was sent to
   */
  @Transactional(Transactional.TxType.NOT_SUPPORTED)
  public Optional<Caller> find(String token, String cookie) {
    byte[] hash = Token.hash(token);
    Instant now = Instant.now();
    record Found(Caller caller, Instant lastUsed) {}
    List<Found> found =
        sql.listAlone(
            row ->
                new Found(
                    new Caller(
                        row.getLong("account_id"),
                        row.getLong("id"),
                        row.getString("name"),
                        Role.of(row.getString("role"))),
                    Sql.instant(row, "last_used_at")),
            """
            SELECT l.id, l.account_id, l.last_used_at, a.name, a.role
            FROM logins l JOIN accounts a ON a.id = l.account_id
            WHERE l.token_hash = ? AND l.expires_at > ?
              AND (l.cookie IS NULL OR l.cookie = ?)
            """,
            hash,
            now,
            cookie);
    found.stream()
        .filter(f -> f.lastUsed().isBefore(now.minus(USE_NOTED_EVERY)))
        .forEach(
            f ->
                sql.listAlone(
                    row -> true,
                    "UPDATE logins SET last_used_at = ?, expires_at = ? WHERE id = ? RETURNING id",
                    now,
                    now.plus(lifetime()),
                    f.caller().loginId()));
    return found.stream().map(Found::caller).findFirst();
  }

  /** The caller's sessions, the one used last first. */
  public List<Login.View> list(Caller caller) {
    return entities
        .createQuery(
            "select l from Login l where l.accountId = :account and l.expiresAt > :now"
                + " order by l.lastUsedAt desc, l.id desc",
            Login.class)
        .setParameter("account", caller.accountId())
        .setParameter("now", Instant.now())
        .getResultList()
        .stream()
        .map(login -> login.view(caller.loginId()))
        .toList();
  }

  /** One of the caller's sessions. */
  public Login.View get(Caller caller) {
    return entities.find(Login.class, caller.loginId()).view(caller.loginId());
  }

  /** Ends one of the caller's own sessions; its sockets are closed. */
  public void end(Caller caller, long loginId) {
    int ended =
        sql.update(
            "DELETE FROM logins WHERE id = ? AND account_id = ?", loginId, caller.accountId());
    if (ended == 0) {
      throw Refusal.notFound("session");
    }
    events.fire(new LoginEvent.Ended(caller.accountId(), List.of(loginId)));
  }

  /** Ends all sessions of an account but the one that asks, which may be somebody else's. */
  void endOthers(Caller caller, long accountId) {
    endBut(caller.loginId(), accountId);
  }

  /** Ends all sessions of an account. */
  void endAll(long accountId) {
    endBut(0, accountId);
  }

  private void endBut(long loginId, long accountId) {
    List<Long> ended =
        sql.list(
            row -> row.getLong("id"),
            "DELETE FROM logins WHERE account_id = ? AND id <> ? RETURNING id",
            accountId,
            loginId);
    events.fire(new LoginEvent.Ended(accountId, ended));
  }

  private Duration lifetime() {
    return Duration.ofDays(settings.number(Setting.PARLEY_SESSION_DAYS));
  }
}
