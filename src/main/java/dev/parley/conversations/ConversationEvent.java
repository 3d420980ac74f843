package dev.parley.conversations;

import java.util.List;

/**
 * What happened to a conversation. Those that all members learn of carry the conversation as it is
 * now.
 */
public sealed interface ConversationEvent {

  /** The conversation it happened to. */
  long conversationId();

  /** A conversation is there, with its first members. */
  record Created(Conversation.View view, long byAccountId, List<Long> accountIds)
      implements ConversationEvent {
    @Override
    public long conversationId() {
      return Long.parseLong(view.id());
    }
  }

  /** Name, topic or somebody's role is another. */
  record Changed(Conversation.View view, long byAccountId) implements ConversationEvent {
    @Override
    public long conversationId() {
      return Long.parseLong(view.id());
    }
  }

  /** Somebody is a member now; by a link and of their own will when both ids are the same. */
  record MemberAdded(Conversation.View view, long byAccountId, long accountId)
      implements ConversationEvent {
    @Override
    public long conversationId() {
      return Long.parseLong(view.id());
    }
  }

  /** Somebody is no member any more; of their own will when both ids are the same. */
  record MemberRemoved(Conversation.View view, long byAccountId, long accountId)
      implements ConversationEvent {
    @Override
    public long conversationId() {
      return Long.parseLong(view.id());
    }
  }

  /**
   * The conversation and all its messages are gone.
   *
   * @param ev the number of this last change
   * @param accountIds who was in it
   */
  record Deleted(long conversationId, long ev, List<Long> accountIds)
      implements ConversationEvent {}

  /**
   * These members, if any, are administrators now, or not any more. All learn it, but of many
   * members only some are listed: so each of these learns it for themselves, too.
   */
  record RolesChanged(long conversationId, List<Long> accountIds) implements ConversationEvent {}

  /** These members may write, or may not any more. Only they learn it, each for themselves. */
  record WritingChanged(long conversationId, List<Long> accountIds) implements ConversationEvent {}
}
