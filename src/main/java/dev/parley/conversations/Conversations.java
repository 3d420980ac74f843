package dev.parley.conversations;

import dev.parley.attachments.PictureClaims;
import dev.parley.kernel.Caller;
import dev.parley.kernel.Refusal;
import dev.parley.kernel.Sql;
import dev.parley.people.Blocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.TreeSet;

/** Making, naming and deleting conversations. */
@ApplicationScoped
@Transactional
public class Conversations {

  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_TOPIC = 500;
  private static final int MOST_FIRST_MEMBERS = 1000;

  @PersistenceContext EntityManager entities;
  @Inject Sql sql;
  @Inject Memberships memberships;
  @Inject Pairs pairs;
  @Inject Blocks blocks;
  @Inject ConversationViews views;
  @Inject PictureClaims pictures;
  @Inject Event<ConversationEvent> events;

  /** The conversation that a request to create one led to. */
  public record Creation(Conversation.View view, boolean created) {}

  /**
   * Creates a conversation, or finds the private one that the pair already has.
   *
   * @param name may be empty: a group then gets a generated one
   * @param accountIds the others; exactly one for a private conversation
   */
  public Creation create(Caller caller, Kind kind, String name, List<Long> accountIds) {
    TreeSet<Long> others = new TreeSet<>(accountIds);
    others.remove(caller.accountId());
    if (others.size() > MOST_FIRST_MEMBERS) {
      throw Refusal.invalid("userIDs", "userIDs may name at most " + MOST_FIRST_MEMBERS);
    }
    requirePeople(others);
    return switch (kind) {
      case PRIVATE -> createPrivate(caller, others);
      case GROUP, CHANNEL -> createGroup(caller, kind, name, others);
      case EVERYBODY -> throw Refusal.invalid("kind", "kind must be private, group or channel");
    };
  }

  /**
   * Changes name, topic and picture; null leaves as it is.
   *
   * @param pictureID the id of an own upload; empty takes the picture away
   * @return the conversation as the caller sees it
   */
  public Conversation.View update(
      Caller caller, long conversationId, String name, String topic, String pictureID) {
    Conversation conversation = memberships.requireAdmin(caller, conversationId);
    memberships.nextEv(conversationId);
    if (name != null) {
      if (name.isBlank()) {
        throw Refusal.invalid("name", "name is missing");
      }
      conversation.name(checkedName(name));
    }
    if (topic != null) {
      conversation.topic(checked("topic", topic, LONGEST_TOPIC));
    }
    pictures.change(caller, pictureID, conversationId);
    entities.flush();
    events.fire(new ConversationEvent.Changed(views.shared(conversationId), caller.accountId()));
    return views.one(caller, conversationId).orElseThrow();
  }

  /** Deletes a group or channel with all its messages, or a private conversation one made alone. */
  public void delete(Caller caller, long conversationId) {
    memberships.requireAdminOrMaker(caller, conversationId);
    long ev = memberships.nextEv(conversationId);
    List<Long> members = memberships.accountsIn(conversationId);
    sql.update("DELETE FROM conversations WHERE id = ?", conversationId);
    events.fire(new ConversationEvent.Deleted(conversationId, ev, members));
  }

  private Creation createPrivate(Caller caller, TreeSet<Long> others) {
    if (others.size() != 1) {
      throw Refusal.invalid("userIDs", "userIDs must name exactly one other person");
    }
    long low = Math.min(caller.accountId(), others.first());
    long high = Math.max(caller.accountId(), others.first());
    List<Long> known = pair(low, high);
    if (!known.isEmpty()) {
      return new Creation(views.one(caller, known.get(0)).orElseThrow(), false);
    }
    blocks.holdPair(low, high);
    pairs.requireOpen(caller, others.first());
    // Both sides may do this at once: the one that comes second has waited and now finds it.
    List<Long> created =
        sql.list(
            row -> row.getLong("id"),
            """
            INSERT INTO conversations (kind, creator_id, pair_low, pair_high, ev)
            VALUES ('private', ?, ?, ?, 1) ON CONFLICT (pair_low, pair_high) DO NOTHING
            RETURNING id
            """,
            caller.accountId(),
            low,
            high);
    if (created.isEmpty()) {
      return new Creation(views.one(caller, pair(low, high).get(0)).orElseThrow(), false);
    }
    return announce(caller, created.get(0), List.of(low, high), MembershipRole.MEMBER);
  }

  private List<Long> pair(long low, long high) {
    return sql.list(
        row -> row.getLong("id"),
        "SELECT id FROM conversations WHERE pair_low = ? AND pair_high = ?",
        low,
        high);
  }

  private Creation createGroup(Caller caller, Kind kind, String name, TreeSet<Long> others) {
    pairs.requireInvitable(caller, others);
    boolean unnamed = name == null || name.isBlank();
    String kept = unnamed ? GeneratedNames.next() : checkedName(name);
    Conversation conversation = new Conversation(kind, kept, !unnamed, caller.accountId());
    entities.persist(conversation);
    entities.flush();
    memberships.nextEv(conversation.id());
    others.add(caller.accountId());
    return announce(caller, conversation.id(), List.copyOf(others), MembershipRole.ADMIN);
  }

  Creation announce(
      Caller caller, long conversationId, List<Long> accountIds, MembershipRole creatorsRole) {
    sql.update(
        """
        INSERT INTO memberships (conversation_id, account_id, role)
        SELECT ?, id, CASE WHEN id = ? THEN ? ELSE 'member' END FROM unnest(?::bigint[]) AS m(id)
        """,
        conversationId,
        caller.accountId(),
        creatorsRole.code(),
        accountIds);
    events.fire(
        new ConversationEvent.Created(
            views.shared(conversationId), caller.accountId(), accountIds));
    return new Creation(views.one(caller, conversationId).orElseThrow(), true);
  }

  /** A name as it is kept. */
  static String checkedName(String given) {
    return checked("name", given, LONGEST_NAME);
  }

  private void requirePeople(TreeSet<Long> accountIds) {
    // The lock: see Departures.
    int found =
        sql.list(
                row -> 1,
                "SELECT FROM accounts WHERE id = ANY (?) AND deleted_at IS NULL"
                    + " ORDER BY id FOR KEY SHARE",
                accountIds)
            .size();
    if (found != accountIds.size()) {
      throw Refusal.notFound("person");
    }
  }

  private static String checked(String field, String given, int longest) {
    String text = given.strip();
    if (text.codePointCount(0, text.length()) > longest) {
      throw Refusal.invalid(field, field + " may have at most " + longest + " characters");
    }
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw Refusal.invalid(field, field + " may not have control characters");
    }
    return text;
  }
}
