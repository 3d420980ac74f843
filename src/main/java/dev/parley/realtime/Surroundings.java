package dev.parley.realtime;

/** What a shard needs of the world outside it. Each call must return at once. */
interface Surroundings {
  /** Somebody came or went. */
  void presence(long accountId, boolean here);

  /** Messages that these accounts are to hear of, though not get. */
  void background(long conversationId, Background news);

  /** An account's own state of a conversation has changed. */
  void own(Publication.Own own);

  /** An account shows or hides from now on how far it has read. */
  void receiptsSwitched(long accountId);

  /** Closes a socket, without making the shard wait for it. */
  void close(Client client, Socket.Close why);

  /** Something went wrong that should not. */
  void failed(RuntimeException e);

  /** The most sockets of one account. */
  int socketsPerPerson();

  /** Nanoseconds from the last socket to offline. */
  long graceNanos();
}
