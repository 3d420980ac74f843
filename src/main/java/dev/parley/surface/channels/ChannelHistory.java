package dev.parley.surface.channels;

import dev.parley.accounts.AccountHandles;
import dev.parley.kernel.Caller;
import dev.parley.messages.History;
import dev.parley.messages.Message;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What was written in a channel, in this system's shape. */
@ApplicationScoped
public class ChannelHistory {

  private static final int PAGE = 100;

  /** This system has no pages; older messages than these can be had natively. */
  private static final int MOST = 1000;

  @Inject History history;
  @Inject AccountHandles accounts;

  /** Whether this system has a word for a message. */
  static boolean tells(Message.View message) {
    return message.kind().equals("text") && !message.deleted();
  }

  /** The last messages, the oldest of them first. */
  List<Shapes.Message> newest(Caller caller, long channelId) {
    LinkedList<Message.View> found = new LinkedList<>();
    History.Part part = history.read(caller, channelId, null, null, null, PAGE);
    found.addAll(part.messages());
    while (part.more() && found.size() < MOST) {
      part = history.read(caller, channelId, part.first(), null, null, PAGE);
      found.addAll(0, part.messages());
    }
    Map<Long, UUID> senders =
        accounts.of(found.stream().map(message -> Long.parseLong(message.userID())).toList());
    return found.stream()
        .filter(ChannelHistory::tells)
        .map(
            message ->
                new Shapes.Message(
                    message.id(),
                    senders.get(Long.parseLong(message.userID())),
                    message.userName(),
                    message.content(),
                    message.dateCreate()))
        .toList();
  }
}
