package dev.parley.realtime;

import dev.parley.kernel.Caller;
import dev.parley.messages.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** One socket of a person. Its mutable state belongs to the thread of its shard. */
public final class Client {

  private final String id = UUID.randomUUID().toString();
  private final Caller caller;
  private final Socket socket;
  private final Shard shard;
  private final Egress egress;
  private final Dialect dialect;

  /** The one conversation that this socket is about, or null: then it hears all of its person's. */
  private final Long only;

  /** Set by the thread that reads, looked at by the shard: when the peer was last heard. */
  private volatile long heardAt = System.nanoTime();

  private long pingedAt = heardAt;
  private boolean gone;
  private Long focus;
  private List<Frame> held;
  private long heldBytes;
  private final Map<Long, Long> typedAt = new HashMap<>();

  /** The chat that was opened on this socket, or null. For the thread that reads it. */
  private volatile Long openedChat;

  /** Begins the keys of messages of which the reply is all that this socket gets; or null. */
  private volatile String answeredKeys;

  private final AtomicLong answered = new AtomicLong();

  Client(Caller caller, Socket socket, Shard shard, Egress egress, Dialect dialect, Long only) {
    this.caller = caller;
    this.socket = socket;
    this.shard = shard;
    this.egress = egress;
    this.dialect = dialect;
    this.only = only;
    this.focus = only;
  }

  /** Names it among all sockets. */
  public String id() {
    return id;
  }

  public Caller caller() {
    return caller;
  }

  public Socket socket() {
    return socket;
  }

  /** Sends a reply after everything that was sent before; from any thread. */
  public void reply(String message) {
    Frame frame = Frame.of(message);
    shard.execute(() -> shard.send(this, frame));
  }

  /** Notes that the peer gave a sign of life; from any thread. */
  public void heard() {
    heardAt = System.nanoTime();
  }

  /** The one conversation that this socket is about, or null. */
  public Long only() {
    return only;
  }

  /** Whether what happens in a conversation is for this socket. */
  boolean hears(long conversationId) {
    return only == null || only == conversationId;
  }

  Dialect dialect() {
    return dialect;
  }

  Shard shard() {
    return shard;
  }

  Egress egress() {
    return egress;
  }

  long heardAt() {
    return heardAt;
  }

  long pingedAt() {
    return pingedAt;
  }

  void pingedAt(long now) {
    pingedAt = now;
  }

  boolean gone() {
    return gone;
  }

  void leave() {
    gone = true;
  }

  Long focus() {
    return focus;
  }

  void focus(Long conversationId) {
    focus = conversationId;
  }

  Long openedChat() {
    return openedChat;
  }

  void openedChat(Long conversationId) {
    openedChat = conversationId;
  }

  /** A key for a message that is not to come back to this socket; for the thread that reads it. */
  String answeredKey() {
    if (answeredKeys == null) {
      answeredKeys = UUID.randomUUID() + ":";
    }
    return answeredKeys + answered.incrementAndGet();
  }

  /** Whether there may be something that {@link #isAnswered} is true of. */
  boolean answers() {
    return answeredKeys != null;
  }

  /** Whether this is a message of which this socket gets the reply only. */
  boolean isAnswered(Item item) {
    return item.type().equals("inputChatMessage")
        && item.data() instanceof Message.View message
        && message.key() != null
        && message.key().startsWith(answeredKeys);
  }

  /** From now on pushes are kept back. */
  void hold() {
    if (held == null) {
      held = new ArrayList<>();
    }
  }

  /** Whether pushes are kept back. */
  boolean holding() {
    return held != null;
  }

  /** Keeps a push back; false when so much is kept that it would not fit the queue. */
  boolean keep(Frame frame) {
    held.add(frame);
    heldBytes += frame.bytes();
    return egress.holds(held.size(), heldBytes);
  }

  /** Ends the holding and gives what was kept back. */
  List<Frame> release() {
    List<Frame> kept = held == null ? List.of() : held;
    held = null;
    heldBytes = 0;
    return kept;
  }

  /** Whether that this person writes may be told again; a client that asks too often is ignored. */
  boolean mayType(long conversationId, long now, long interval) {
    typedAt.values().removeIf(at -> now - at >= interval);
    return typedAt.putIfAbsent(conversationId, now) == null;
  }
}
