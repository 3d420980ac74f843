package dev.parley.accounts;

import dev.parley.kernel.Role;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A person (or program) that can log in. Without a password it is a guest's. */
@Entity
@Table(name = "accounts")
public class Account {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private UUID handle;
  private String name;

  @Column(name = "name_key")
  private String nameKey;

  @Column(name = "full_name")
  private String fullName;

  private String email;

  @Column(name = "password_hash")
  private String passwordHash;

  private String role;

  private boolean receipts = true;

  @Column(name = "created_at")
  private Instant createdAt;

  protected Account() {}

  Account(String name, String fullName, String email, String passwordHash, Role role) {
    this.handle = UUID.randomUUID();
    this.name = name;
    this.nameKey = Names.key(name);
    this.fullName = fullName;
    this.email = email;
    this.passwordHash = passwordHash;
    this.role = role.code();
    this.createdAt = Instant.now();
  }

  public Long id() {
    return id;
  }

  public String name() {
    return name;
  }

  public String fullName() {
    return fullName;
  }

  public UUID handle() {
    return handle;
  }

  public Role role() {
    return Role.of(role);
  }

  /** Null for a guest. */
  String passwordHash() {
    return passwordHash;
  }

  void passwordHash(String hash) {
    this.passwordHash = hash;
  }

  /** Whether others learn how far this person has read. */
  boolean receipts() {
    return receipts;
  }

  void receipts(boolean shown) {
    this.receipts = shown;
  }

  public boolean guest() {
    return passwordHash == null;
  }

  /** What its owner sees. */
  public View view() {
    return new View(
        Long.toString(id), handle, name, fullName, email, role, guest(), receipts, createdAt);
  }

  /**
   * One's own account.
   *
   * @param id the number, as a string
   * @param handle the public UUID
   * @param email null when none was given
   * @param role {@code user}, {@code moderator} or {@code administrator}
   * @param receipts whether others learn how far one has read
   */
  public record View(
      String id,
      UUID handle,
      String name,
      String fullName,
      String email,
      String role,
      boolean guest,
      boolean receipts,
      Instant dateCreate) {}
}
