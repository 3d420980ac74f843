package dev.parley.realtime;

import dev.parley.conversations.Memberships;
import dev.parley.kernel.Setting;
import dev.parley.kernel.Settings;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Does for the shards' threads what these have no time for: it hands on whatever may take long. */
@Dependent
class Errands implements Surroundings {

  private static final Logger LOG = Logger.getLogger(Errands.class.getName());

  @Resource ManagedExecutorService executor;
  @Inject Settings settings;
  @Inject Memberships memberships;
  @Inject Soon soon;
  @Inject Passages passages;

  private Hub hub;
  private int sockets;
  private long grace;

  /** The errands of a hub; it is the bean itself and not the container's way to it. */
  Surroundings of(Hub hub) {
    this.hub = hub;
    sockets = settings.number(Setting.PARLEY_SOCKETS_PER_PERSON);
    grace = TimeUnit.SECONDS.toNanos(settings.number(Setting.PARLEY_OFFLINE_AFTER_SECONDS));
    return this;
  }

  @Override
  public void presence(long accountId, boolean here) {
    passages.presence(accountId, here);
  }

  @Override
  public void background(long conversationId, Background news) {
    soon.background(conversationId, news);
  }

  @Override
  public void own(Publication.Own own) {
    soon.counted(own.conversationId(), own.accountId(), own.counted());
    if (own.read()) {
      soon.read(own.conversationId(), own.accountId());
    }
  }

  @Override
  public void receiptsSwitched(long accountId) {
    executor.execute(
        () -> memberships.conversationsOf(accountId).forEach(id -> soon.switched(id, accountId)));
  }

  @Override
  public void close(Client client, Socket.Close why) {
    hub.forget(client);
    executor.execute(() -> client.socket().close(why));
  }

  @Override
  public void failed(RuntimeException e) {
    LOG.log(Level.SEVERE, "A delivery failed", e);
  }

  @Override
  public int socketsPerPerson() {
    return sockets;
  }

  @Override
  public long graceNanos() {
    return grace;
  }
}
