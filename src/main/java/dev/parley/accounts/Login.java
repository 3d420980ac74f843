package dev.parley.accounts;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A session: one log-in on one device. */
@Entity
@Table(name = "logins")
public class Login {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(name = "account_id")
  private long accountId;

  @Column(name = "token_hash")
  private byte[] tokenHash;

  @Column(name = "user_agent")
  private String userAgent;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "last_used_at")
  private Instant lastUsedAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  protected Login() {}

  Login(long accountId, byte[] tokenHash, String userAgent, Instant now, Instant expiresAt) {
    this.accountId = accountId;
    this.tokenHash = tokenHash;
    this.userAgent = userAgent;
    this.createdAt = now;
    this.lastUsedAt = now;
    this.expiresAt = expiresAt;
  }

  public Long id() {
    return id;
  }

  /** As its owner sees it; {@code current} is the session that asks. */
  View view(Long current) {
    return new View(
        Long.toString(id), createdAt, lastUsedAt, expiresAt, userAgent, id.equals(current));
  }

  /**
   * A session of one's own.
   *
   * @param userAgent what the device called itself, possibly empty
   * @param current whether it is the one that asks
   */
  public record View(
      String id,
      Instant dateCreate,
      Instant lastUsed,
      Instant expires,
      String userAgent,
      boolean current) {}
}
