package dev.parley.realtime;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The broker of a single node: from the transaction straight to the hub of the same process. */
@ApplicationScoped
public class LocalBroker implements Broker {

  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(1);
  private static final long IDLE = TimeUnit.MINUTES.toNanos(5);

  @Resource ManagedScheduledExecutorService scheduler;
  @EJB Hub hub;

  private Consumer<Publication> inbound;
  private InOrder inOrder;
  private ScheduledFuture<?> ticks;

  @PostConstruct
  void start() {
    inbound = hub.inbound();
    inOrder = new InOrder(inbound::accept, PATIENCE);
    ticks =
        scheduler.scheduleWithFixedDelay(() -> inOrder.tick(IDLE), 250, 250, TimeUnit.MILLISECONDS);
  }

  @PreDestroy
  void stop() {
    ticks.cancel(false);
  }

  @Override
  public void publish(Publication publication) {
    if (publication instanceof Publication.ToConversation change) {
      inOrder.accept(change);
    } else {
      inbound.accept(publication);
    }
  }
}
