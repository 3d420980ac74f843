package dev.parley.realtime;

import dev.parley.conversations.ConversationViews;
import dev.parley.conversations.Memberships;
import dev.parley.conversations.OpenChats;
import dev.parley.kernel.Caller;
import dev.parley.kernel.Metrics;
import dev.parley.kernel.Setting;
import dev.parley.kernel.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Knows all sockets of this node, by person and by conversation, and gives them what the broker
 * brings. The work is done by the shards of its {@link Deliveries}, so its methods may be called by
 * many threads at once.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class Hub {

  @Resource ManagedThreadFactory threads;
  @Inject Settings settings;
  @Inject Metrics metrics;
  @Inject Memberships memberships;
  @Inject OpenChats open;
  @Inject Errands errands;

  private final Map<String, Client> clients = new ConcurrentHashMap<>();
  private Egress.Limits limits;
  private Deliveries deliveries;
  private volatile boolean stopping;

  @PostConstruct
  void start() {
    limits =
        new Egress.Limits(
            settings.number(Setting.PARLEY_EGRESS_FRAMES),
            settings.number(Setting.PARLEY_EGRESS_BYTES),
            settings.number(Setting.PARLEY_FRAME_BYTES));
    deliveries =
        new Deliveries((int) settings.number(Setting.PARLEY_SHARDS), threads, errands.of(this));
    open.ask(deliveries::readers);
    metrics.gauge("parley_sockets", "Open sockets", clients::size);
    metrics.gauge(
        "parley_delivery_queue", "Work that waits for the delivering threads", deliveries::backlog);
    metrics.counter(
        "parley_messages_delivered_total",
        "Messages that were sent to sockets",
        deliveries::delivered);
  }

  /**
   * A socket has been opened. From now on it gets what its person hears.
   *
   * @param joins whether it takes several messages in one frame
   * @param dialect how it is told what happens
   * @param only the one conversation that it is about, or null: it then hears all of its person's
   * @return empty, and the socket is closed, when it is one too many
   */
  public Optional<Client> open(
      Caller caller, Socket socket, boolean joins, Dialect dialect, Long only) {
    if (stopping) {
      Restart.close(socket);
      return Optional.empty();
    }
    Shard shard = deliveries.of(caller.accountId());
    Client client = new Client(caller, socket, shard, new Egress(limits, joins), dialect, only);
    clients.put(client.id(), client);
    Desk.Entry entry = shard.call(() -> shard.desk().enter(client)).join();
    if (entry == Desk.Entry.REFUSED) {
      clients.remove(client.id());
      socket.close(Socket.Close.TOO_MANY);
      return Optional.empty();
    }
    if (entry == Desk.Entry.LOAD) {
      try {
        load(caller.accountId());
      } catch (RuntimeException e) {
        closed(client);
        throw e;
      }
    }
    return Optional.of(client);
  }

  /** A socket is closed. */
  public void closed(Client client) {
    clients.remove(client.id());
    client.shard().execute(() -> client.shard().desk().exit(client));
  }

  /** Closes a socket whose person says goodbye: if it is their last, they are gone at once. */
  public void leave(Client client) {
    client.shard().execute(() -> client.shard().desk().leave(client));
  }

  /** Says which conversation is in front of the reader; false when it is none of theirs. */
  public boolean focus(String connectionId, Long conversationId) {
    Client client = clients.get(connectionId);
    return client != null
        && client.shard().call(() -> client.shard().desk().focus(client, conversationId)).join();
  }

  /** Puts a conversation in front of a reader who is known to be in it. */
  public void show(String connectionId, long conversationId) {
    find(connectionId)
        .ifPresent(
            client ->
                await(client.shard(), () -> client.shard().desk().show(client, conversationId)));
  }

  /** A socket that is open. */
  public Optional<Client> find(String connectionId) {
    return Optional.ofNullable(clients.get(connectionId));
  }

  /** Whether that somebody writes is to be told. */
  public boolean mayType(String connectionId, long conversationId) {
    Client client = clients.get(connectionId);
    return client != null
        && client.shard().call(() -> client.shard().desk().mayType(client, conversationId)).join();
  }

  /** Keeps pushes to a socket back until its next {@link #release}. */
  public void hold(String connectionId) {
    find(connectionId).ifPresent(client -> await(client.shard(), client::hold));
  }

  /** Sends what was kept back, after everything that was sent before. */
  public void release(String connectionId) {
    find(connectionId)
        .ifPresent(client -> client.shard().execute(() -> client.shard().fanout().release(client)));
  }

  /**
   * Takes what a broker brings; changes of one conversation must come in order. It is a plain
   * object and not a method of the bean, because the container's way into a bean takes longer than
   * a delivery.
   */
  public Consumer<Publication> inbound() {
    return deliveries::deliver;
  }

  /** To everybody who hears a small conversation, but for some accounts. */
  public void toOthers(long conversationId, Set<Long> exceptAccounts, Item item) {
    if (memberships.accountsIn(conversationId).size() <= ConversationViews.MEMBERS_SHOWN) {
      deliveries.toOthers(conversationId, exceptAccounts, item);
    }
  }

  /**
   * What is unread: to an account's sockets.
   *
   * @param all whether also to those that get the messages in full, and count for themselves
   */
  public void activity(long accountId, long conversationId, boolean all, Item item) {
    deliveries.activity(accountId, conversationId, all, item);
  }

  /** Closes all sockets with a code that says: come back in a moment. Opens no more. */
  public void stop() {
    stopping = true;
    Restart.close(clients.values());
  }

  @PreDestroy
  void end() {
    deliveries.stop();
  }

  /** A socket is about to be closed, and is not to be found any more. */
  void forget(Client client) {
    clients.remove(client.id());
  }

  private void load(long accountId) {
    Shard shard = deliveries.of(accountId);
    List<Long> ids = memberships.conversationsOf(accountId);
    await(shard, () -> shard.desk().loaded(accountId, ids));
  }

  private static void await(Shard shard, Runnable work) {
    shard
        .call(
            () -> {
              work.run();
              return true;
            })
        .join();
  }
}
