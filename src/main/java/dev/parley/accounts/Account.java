package dev.parley.accounts;

import dev.parley.kernel.PictureAddress;
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

  /** What is shown of a deleted account. It has a space, so it can't be anybody's name. */
  public static final String DELETED_NAME = "deleted account";

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

  /** Changed by statements only. */
  @Column(name = "picture_id", insertable = false, updatable = false)
  private Long pictureId;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "deleted_at")
  private Instant deletedAt;

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

  void name(String name) {
    this.name = name;
    this.nameKey = Names.key(name);
  }

  void fullName(String fullName) {
    this.fullName = fullName;
  }

  void email(String email) {
    this.email = email;
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

  public boolean deleted() {
    return deletedAt != null;
  }

  /**
   * Forgets who it was. The role stays, so that the next to register on an installation whose
   * administrator has gone does not become one.
   */
  void delete() {
    name = DELETED_NAME;
    fullName = "";
    passwordHash = null;
    deletedAt = Instant.now();
  }

  /** Lets others have the name and the address. */
  void free() {
    // Nobody can have this name, and each deleted account has another key.
    nameKey = DELETED_NAME + " " + id;
    email = null;
  }

  /** What its owner sees. */
  public View view() {
    return new View(
        Long.toString(id),
        handle,
        name,
        fullName,
        PictureAddress.of(pictureId),
        email,
        role,
        guest(),
        receipts,
        createdAt);
  }

  /**
   * One's own account.
   *
   * @param id the number, as a string
   * @param handle the public UUID
   * @param picture where one's picture is, or null
   * @param email null when none was given
   * @param role {@code user}, {@code moderator} or {@code administrator}
   * @param receipts whether others learn how far one has read
   */
  public record View(
      String id,
      UUID handle,
      String name,
      String fullName,
      String picture,
      String email,
      String role,
      boolean guest,
      boolean receipts,
      Instant dateCreate) {}

  /**
   * What is to be another way. What is null stays.
   *
   * @param email empty: none any more
   * @param fullName empty: none any more
   * @param currentPassword needed to change the address or the password, unless there is none
   */
  public record Update(
      String name, String email, String fullName, String currentPassword, String newPassword) {}
}
