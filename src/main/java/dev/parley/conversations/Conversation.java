package dev.parley.conversations;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;

/** A conversation. Its counters are only ever raised by statements, never written from here. */
@Entity
@Table(name = "conversations")
public class Conversation {

  /** Muted until then is muted for good. */
  public static final Instant FOREVER = Instant.parse("9999-12-31T00:00:00Z");

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(updatable = false)
  private String kind;

  private String name;
  private boolean named;
  private String topic;

  @Column(name = "creator_id", updatable = false)
  private Long creatorId;

  @Column(insertable = false, updatable = false)
  private long seq;

  @Column(insertable = false, updatable = false)
  private long ev;

  @Column(name = "created_at", updatable = false)
  private Instant createdAt;

  protected Conversation() {}

  Conversation(Kind kind, String name, boolean named, long creatorId) {
    this.kind = kind.code();
    this.name = name;
    this.named = named;
    this.topic = "";
    this.creatorId = creatorId;
    this.createdAt = Instant.now();
  }

  public Long id() {
    return id;
  }

  public Kind kind() {
    return Kind.of(kind);
  }

  void name(String name) {
    this.name = name;
    this.named = true;
  }

  void topic(String topic) {
    this.topic = topic;
  }

  /**
   * A conversation as its members see it.
   *
   * @param name in a view for one person, a private conversation is named after the other; in a
   *     view for all it has none
   * @param picture where its picture is, or null; private ones have none of their own
   * @param creatorID null for the room of everybody
   * @param seq the number of its last message
   * @param ev the number of its last change
   * @param own what is the viewer's alone; its members stand beside the others, and are missing in
   *     a view for all
   * @param members all of them, or the first fifty
   * @param memberCount how many there are
   */
  public record View(
      String id,
      String kind,
      String name,
      String topic,
      String picture,
      String creatorID,
      long seq,
      long ev,
      Instant dateCreate,
      @JsonUnwrapped Own own,
      List<Member> members,
      long memberCount) {}

  /**
   * What a conversation is to one of its members.
   *
   * @param role {@code admin} or {@code member}
   * @param readSeq the last message that the viewer has read
   * @param rev raised by each change of what follows and of {@code readSeq}
   * @param mutedUntil when it may make itself heard again; null when it may, {@link #FOREVER} never
   * @param archived whether it is kept out of the way. A new message takes it out of the archive,
   *     unless the message came while it was muted
   * @param draft what the viewer has begun to write on any device; empty when there is none
   * @param mayWrite whether the viewer may send and change messages
   */
  public record Own(
      String role,
      long readSeq,
      long rev,
      Instant mutedUntil,
      boolean archived,
      String draft,
      boolean mayWrite) {}

  /**
   * A member as the others see them.
   *
   * @param role {@code admin} or {@code member}
   * @param readSeq the last message that the others were told they have read; null when they keep
   *     that to themselves, and in conversations of more than fifty, where nobody is told
   */
  public record Member(
      String id, String name, String fullName, String picture, String role, Long readSeq) {}
}
