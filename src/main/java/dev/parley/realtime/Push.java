package dev.parley.realtime;

import dev.parley.accounts.Account;
import dev.parley.accounts.AccountEvent;
import dev.parley.accounts.LoginEvent;
import dev.parley.conversations.ConversationEvent;
import dev.parley.groups.GroupEvent;
import dev.parley.messages.Message;
import dev.parley.messages.MessageEvent;
import dev.parley.notifications.ChatNotifying;
import dev.parley.notifications.NotificationEvent;
import dev.parley.people.BlockEvent;
import dev.parley.people.Blocks;
import dev.parley.people.FollowEvent;
import dev.parley.people.Follows;
import dev.parley.people.People;
import dev.parley.people.Person;
import dev.parley.posts.PostEvent;
import dev.parley.posts.PostViewers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells the broker what has been committed. The only place that observes {@code AFTER_SUCCESS}: it
 * runs on the thread of the transaction, after its commit. Messages it may only enqueue; for what
 * is rare it may look up whom it concerns.
 */
@ApplicationScoped
public class Push {

  @Inject Broker broker;
  @Inject People people;
  @Inject Blocks blocks;
  @Inject Follows follows;
  @Inject PostViewers viewers;
  @Inject Passages passages;
  @Inject Notices notices;
  @Inject ChatNotifying chatNotifying;

  void messages(@Observes(during = TransactionPhase.AFTER_SUCCESS) MessageEvent event) {
    if (event instanceof MessageEvent.Stored stored) {
      stored.conversations().forEach(this::stored);
      stored.conversations().forEach(chatNotifying::stored);
    } else if (event instanceof MessageEvent.Changed changed) {
      changed(changed.view(), changed.recount());
      if (changed.view().deleted()) {
        chatNotifying.recount(Long.parseLong(changed.view().chatID()));
      }
    } else if (event instanceof MessageEvent.Read read) {
      broker.publish(
          new Publication.Own(
              read.conversationId(),
              read.accountId(),
              new Item("readMark", read.mark()),
              read.mark().counted(),
              read.toldOthers()));
    } else if (event instanceof MessageEvent.OwnChanged changed) {
      broker.publish(
          new Publication.Own(
              Long.parseLong(changed.now().chatID()),
              changed.accountId(),
              new Item("ownChatChanged", changed.now()),
              changed.now().counted(),
              false));
    }
  }

  private void stored(List<Message.View> messages) {
    Message.View last = messages.get(messages.size() - 1);
    broker.publish(
        new Publication.ToConversation(
            Long.parseLong(last.chatID()),
            messages.get(0).ev(),
            last.ev(),
            List.of(),
            List.of(),
            messages.stream().map(view -> new Item("inputChatMessage", view)).toList(),
            new Publication.Messages(
                last.seq(),
                messages.stream()
                    .map(view -> Long.parseLong(view.userID()))
                    .collect(Collectors.toSet()),
                messages.get(0).kind().equals("system")),
            false));
  }

  private void changed(Message.View view, boolean recount) {
    broker.publish(
        new Publication.ToConversation(
            Long.parseLong(view.chatID()),
            view.ev(),
            view.ev(),
            List.of(),
            List.of(),
            List.of(new Item("messageChanged", view)),
            null,
            recount));
  }

  void conversations(@Observes(during = TransactionPhase.AFTER_SUCCESS) ConversationEvent event) {
    if (event instanceof ConversationEvent.Created created) {
      changed(created.view(), created.conversationId(), created.accountIds(), List.of());
    } else if (event instanceof ConversationEvent.Changed changed) {
      changed(changed.view(), changed.conversationId(), List.of(), List.of());
    } else if (event instanceof ConversationEvent.MemberAdded added) {
      changed(added.view(), added.conversationId(), List.of(added.accountId()), List.of());
    } else if (event instanceof ConversationEvent.MemberRemoved removed) {
      changed(removed.view(), removed.conversationId(), List.of(), List.of(removed.accountId()));
    } else if (event instanceof ConversationEvent.Deleted deleted) {
      broker.publish(
          Publication.ToConversation.of(
              deleted.conversationId(), deleted.ev(), List.of(), deleted.accountIds(), List.of()));
    }
  }

  private void changed(
      dev.parley.conversations.Conversation.View view,
      long conversationId,
      List<Long> joined,
      List<Long> left) {
    Map<String, Object> data = Map.of("chatID", view.id(), "ev", view.ev(), "conversation", view);
    broker.publish(
        Publication.ToConversation.of(
            conversationId,
            view.ev(),
            joined,
            left,
            List.of(new Item("conversationChanged", data))));
  }

  void groups(@Observes(during = TransactionPhase.AFTER_SUCCESS) GroupEvent event) {
    if (event instanceof GroupEvent.OfOccasion told) {
      broker.publish(
          new Publication.ToAccounts(told.memberIds(), new Item("eventChanged", told.news())));
    } else if (event instanceof GroupEvent.EventReminder near) {
      broker.publish(
          new Publication.ToAccounts(
              near.accountIds(), new Item("eventReminder", near.reminder())));
    }
  }

  void logins(@Observes(during = TransactionPhase.AFTER_SUCCESS) LoginEvent event) {
    if (event instanceof LoginEvent.Ended ended) {
      broker.publish(new Publication.LoginsEnded(ended.accountId(), ended.loginIds()));
    }
  }

  void accounts(@Observes(during = TransactionPhase.AFTER_SUCCESS) AccountEvent event) {
    if (event instanceof AccountEvent.ReceiptsSwitched switched) {
      own(switched.accountId(), switched.view());
      broker.publish(new Publication.ReceiptsSwitched(switched.accountId()));
      return;
    }
    if (event instanceof AccountEvent.Changed changed) {
      own(changed.accountId(), changed.view());
    } else if (event instanceof AccountEvent.Leaving) {
      return; // There is a second event when they are gone.
    }
    Person person = people.get(event.accountId());
    Set<Long> hidden = blocks.blockedBy(event.accountId());
    broker.publish(new Publication.ToEverybody(new Item("personChanged", person), hidden));
    Item offline = new Item("personChanged", person.online(false));
    hidden.forEach(id -> broker.publish(new Publication.ToAccount(id, offline)));
  }

  void blocks(@Observes(during = TransactionPhase.AFTER_SUCCESS) BlockEvent event) {
    broker.publish(
        new Publication.ToAccount(
            event.blockerId(),
            new Item("blocksChanged", Map.of("userIDs", blocks.ids(event.blockerId())))));
    passages.presence(event.blockerId(), Set.of(event.blockedId()));
  }

  void follows(@Observes(during = TransactionPhase.AFTER_SUCCESS) FollowEvent event) {
    follow(event.followerId(), event.followedId());
    follow(event.followedId(), event.followerId());
    if (event.changesWhoFollows()) {
      passages.acquainted(event.followerId(), event.followedId());
    }
  }

  private void follow(long accountId, long otherId) {
    broker.publish(
        new Publication.ToAccount(
            accountId, new Item("followChanged", follows.relation(accountId, otherId))));
  }

  void notifications(@Observes(during = TransactionPhase.AFTER_SUCCESS) NotificationEvent event) {
    notices.note(event);
  }

  /**
   * The author is told of everything, on all devices; of a new post also who waits for it. Clients
   * ask for what they show.
   */
  void posts(@Observes(during = TransactionPhase.AFTER_SUCCESS) PostEvent event) {
    Map<String, Object> which = Map.of("postID", Long.toString(event.postId()));
    // Not of what others say of it where the author is no more; that it is gone is no secret.
    if (event instanceof PostEvent.Deleted
        || event.actorId() == event.authorId()
        || viewers.isVisible(event.authorId(), event.postId())) {
      broker.publish(new Publication.ToAccount(event.authorId(), new Item("postActivity", which)));
    }
    if (event instanceof PostEvent.Posted) {
      broker.publish(
          new Publication.ToAccounts(
              viewers.awaitedBy(event.postId()), new Item("postPublished", which)));
    }
  }

  private void own(long accountId, Account.View view) {
    broker.publish(new Publication.ToAccount(accountId, new Item("accountChanged", view)));
  }
}
