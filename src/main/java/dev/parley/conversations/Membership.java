package dev.parley.conversations;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/** That somebody is in a conversation. */
@Entity
@Table(name = "memberships")
@IdClass(Membership.Key.class)
public class Membership {

  @Id
  @Column(name = "conversation_id")
  private long conversationId;

  @Id
  @Column(name = "account_id")
  private long accountId;

  private String role;

  @Column(name = "read_seq", insertable = false, updatable = false)
  private long readSeq;

  @Column(name = "may_write", insertable = false, updatable = false)
  private boolean mayWrite;

  @Column(name = "joined_at", updatable = false)
  private Instant joinedAt;

  protected Membership() {}

  Membership(long conversationId, long accountId, MembershipRole role) {
    this.conversationId = conversationId;
    this.accountId = accountId;
    this.role = role.code();
    this.joinedAt = Instant.now();
  }

  public MembershipRole role() {
    return MembershipRole.of(role);
  }

  /** Whether the member may send, change and react, and be seen to type. */
  public boolean mayWrite() {
    return mayWrite;
  }

  void role(MembershipRole role) {
    this.role = role.code();
  }

  /** The pair that names a membership. */
  public record Key(long conversationId, long accountId) implements Serializable {}
}
