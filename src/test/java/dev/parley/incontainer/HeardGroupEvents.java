package dev.parley.incontainer;

import dev.parley.groups.GroupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Hears in progress what happens in groups, as the features do that build on it. */
@ApplicationScoped
public class HeardGroupEvents {

  private final Queue<GroupEvent> heard = new ConcurrentLinkedQueue<>();

  void hear(@Observes GroupEvent event) {
    heard.add(event);
  }

  /** What happened in a group, in order. */
  public List<GroupEvent> in(long groupId) {
    return heard.stream().filter(event -> event.groupId() == groupId).toList();
  }
}
