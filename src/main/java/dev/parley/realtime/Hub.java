package dev.parley.realtime;

import dev.parley.conversations.ConversationViews;
import dev.parley.conversations.Memberships;
import dev.parley.conversations.OpenChats;
import dev.parley.kernel.Caller;
import dev.parley.kernel.Json;
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
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

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

  private static final Logger LOG = Logger.getLogger(Hub.class.getName());

  /** Sockets that a stop closes come back spread over so long. */
  private static final int RECONNECT_SPREAD_MILLIS = 10_000;

  private static final int CLOSERS = 16;
  private static final int CLOSE_SECONDS = 3;

  @Resource ManagedThreadFactory threads;
  @Resource ManagedExecutorService executor;
  @Inject Settings settings;
  @Inject Metrics metrics;
  @Inject Memberships memberships;
  @Inject Soon soon;
  @Inject Passages passages;
  @Inject OpenChats open;

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
        new Deliveries((int) settings.number(Setting.PARLEY_SHARDS), threads, new Around());
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
      closeForRestart(socket);
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
                client
                    .shard()
                    .call(
                        () -> {
                          client.shard().desk().show(client, conversationId);
                          return true;
                        })
                    .join());
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
    Client client = clients.get(connectionId);
    if (client != null) {
      client
          .shard()
          .call(
              () -> {
                client.hold();
                return true;
              })
          .join();
    }
  }

  /** Sends what was kept back, after everything that was sent before. */
  public void release(String connectionId) {
    Client client = clients.get(connectionId);
    if (client != null) {
      client.shard().execute(() -> client.shard().fanout().release(client));
    }
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
    // Threads of our own: the container's executor takes nothing any more when it stops us.
    ExecutorService closers = Executors.newFixedThreadPool(CLOSERS);
    for (Client client : clients.values()) {
      closers.execute(() -> closeForRestart(client.socket()));
    }
    closers.shutdown();
    try {
      if (!closers.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        LOG.log(Level.FINE, "Some sockets were not closed in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      closers.shutdownNow();
    }
  }

  @PreDestroy
  void end() {
    deliveries.stop();
  }

  private static void closeForRestart(Socket socket) {
    int millis = ThreadLocalRandom.current().nextInt(RECONNECT_SPREAD_MILLIS);
    socket.close(
        Socket.Close.RESTARTING, Json.MAPPER.writeValueAsString(Map.of("reconnectInMs", millis)));
  }

  private void load(long accountId) {
    Shard shard = deliveries.of(accountId);
    List<Long> ids = memberships.conversationsOf(accountId);
    shard
        .call(
            () -> {
              shard.desk().loaded(accountId, ids);
              return true;
            })
        .join();
  }

  /** What the shards' threads ask for; each returns at once. */
  private final class Around implements Surroundings {

    private final int sockets = settings.number(Setting.PARLEY_SOCKETS_PER_PERSON);
    private final long grace =
        TimeUnit.SECONDS.toNanos(settings.number(Setting.PARLEY_OFFLINE_AFTER_SECONDS));

    @Override
    public void presence(long accountId, boolean here) {
      passages.presence(accountId, here);
    }

    @Override
    public void background(long conversationId, Background news) {
      soon.background(conversationId, news);
    }

    @Override
    public void reload(long accountId) {
      executor.execute(() -> load(accountId));
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
      clients.remove(client.id());
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
}
