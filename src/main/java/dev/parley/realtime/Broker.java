package dev.parley.realtime;

/**
 * Carries what happened to the hubs of all nodes, this one included. It carries data only: what a
 * hub does with it is the hub's business.
 *
 * <p>Its duties:
 *
 * <ul>
 *   <li>{@link #publish} is called after the commit, from any thread, several at once, and returns
 *       without waiting for a socket. Publications of one conversation may come in another order
 *       than their {@code ev}.
 *   <li>To each hub, publications of one conversation go in the order of their {@code ev}, one
 *       after the other. One that is missing is waited for, but not longer than a second: the
 *       clients notice the gap and ask.
 *   <li>A publication is given to a hub at most once. It may be lost with the node that made it;
 *       the clients notice that, too.
 *   <li>Between different conversations, and for what has no {@code ev}, no order is promised.
 * </ul>
 */
public interface Broker {

  /** Sends what happened on its way to all hubs. */
  void publish(Publication publication);
}
