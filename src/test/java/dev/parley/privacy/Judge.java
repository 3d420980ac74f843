package dev.parley.privacy;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;

/** Asks and compares the answers with what the tables say. */
final class Judge {

  private final Table table;
  private final Things things;
  private final Asking asking;
  private final Queue<String> failures;
  private final Map<List<Object>, Asking.Reply> nothing = new ConcurrentHashMap<>();
  private final Map<List<Object>, Asking.Reply> shown = new ConcurrentHashMap<>();

  /** Until then all must be found by searching. */
  private final long indexed = System.nanoTime() + 30_000_000_000L;

  Judge(Table table, Things things, Asking asking, Queue<String> failures) {
    this.table = table;
    this.things = things;
    this.asking = asking;
    this.failures = failures;
  }

  /** An operation on a thing. */
  void done(String what, Row.Cell cell, Viewer viewer, String operation, Target target) {
    Asking.Reply reply = asking.ask(viewer, operation, target);
    keeps(what, viewer, reply.text());
    Row.Outcome expected = cell.of(viewer);
    boolean right =
        switch (expected) {
          // That it is so already says that it is there.
          case SUCCESS ->
              cell.code() == null
                  ? List.of("success", "conflict").contains(reply.code())
                  : cell.code().equals(reply.code());
          case FORBIDDEN ->
              reply.code().equals("forbidden")
                  && (!target.thing().isForOfficeOnly()
                      || reply.equals(missing(viewer, operation, target)));
          case MISSING ->
              reply.code().equals("notFound") && reply.equals(missing(viewer, operation, target));
        };
    if (!right) {
      failures.add(
          what
              + " by "
              + viewer
              + ": "
              + expected
              + " expected, but it is "
              + reply
              + (expected == Row.Outcome.SUCCESS
                  ? ""
                  : "; without the thing it is " + missing(viewer, operation, target)));
    }
  }

  /** What is answered when there is no such thing. */
  private Asking.Reply missing(Viewer viewer, String operation, Target target) {
    List<Object> key = List.of(viewer, operation, target.thing());
    Target gone = target.missing(things.cast.extra.id());
    return nothing.computeIfAbsent(key, k -> asking.ask(viewer, operation, gone));
  }

  /** An operation in whose answer a thing is or is not. */
  void shows(String what, Row row, Kind kind, Viewer viewer, String operation) {
    String word = things.word(row.thing(), kind, viewer);
    String owner = things.owner(kind, viewer).id();
    Target target =
        row.way() == Row.Way.OWNERS ? Target.of(Thing.PERSON, owner) : Target.of(Thing.FAN, "");
    List<Object> key = List.of(viewer, operation, target.id());
    boolean expected = row.cells().get(kind).may().contains(viewer);
    Asking.Reply reply = shown.computeIfAbsent(key, k -> asking.ask(viewer, operation, target));
    while (expected && !reply.text().contains(word) && System.nanoTime() < indexed) {
      reply = asking.ask(viewer, operation, target);
      shown.put(key, reply);
    }
    keeps(what, viewer, reply.text());
    if (!reply.code().equals("success") || reply.text().contains(word) != expected) {
      failures.add(
          what + " by " + viewer + ": " + (expected ? "" : "not ") + "to be shown in " + reply);
    }
  }

  /** Nothing that somebody is told has a word of what they may not see. */
  void keeps(String what, Viewer viewer, String text) {
    Map<String, String> leaked = things.secrets.leaked(text, viewer, table);
    if (!leaked.isEmpty()) {
      failures.add(what + " by " + viewer + " leaks " + leaked.values() + ": " + text);
    }
  }
}
