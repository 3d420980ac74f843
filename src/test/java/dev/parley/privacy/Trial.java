package dev.parley.privacy;

import dev.parley.client.Parley;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Tries it all. First what changes nothing: looking, and what is refused, after which everything is
 * as before; then what may be changed, each time with a thing of its own.
 */
final class Trial {

  private static final long PATIENCE_NANOS = 15_000_000_000L;

  private final Table table;
  private final Things things;
  private final Asking asking;
  private final Unharmed unharmed;
  private final Secrets secrets = new Secrets();
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();
  private final Map<List<Object>, Asking.Reply> nothing = new ConcurrentHashMap<>();
  private final Map<List<Object>, Asking.Reply> shown = new ConcurrentHashMap<>();
  private final Set<List<Object>> patient = ConcurrentHashMap.newKeySet();

  Trial(Parley parley, Table table) {
    this.table = table;
    Cast cast = new Cast(parley, secrets.common());
    things = new Things(cast, secrets);
    unharmed = new Unharmed(things);
    makeAll(Kind.DELETED);
    asking = new Asking(parley, cast, secrets.common());
    for (Kind kind : Kind.values()) {
      makeAll(kind);
    }
  }

  /** So that nobody comes upon something half made by another. */
  private void makeAll(Kind kind) {
    (kind == Kind.OWN ? Viewer.withSession() : List.of(Viewer.STRANGER))
        .parallelStream()
            .forEach(
                viewer ->
                    table.rows().stream()
                        .filter(row -> row.cells().containsKey(kind))
                        .forEach(row -> things.there(row.thing(), kind, viewer)));
  }

  List<String> run() {
    try (asking;
        Cast cast = things.cast) {
      Map<String, String> before = unharmed.state();
      each(this::looks);
      unharmed.state().forEach((what, now) -> same(what, before.get(what), now));
      each(this::changes);
      for (Viewer viewer : Viewer.withSession()) {
        keeps("what was pushed", viewer, asking.heard(viewer));
      }
    }
    return failures.stream().sorted().toList();
  }

  private static void each(Consumer<Viewer> does) {
    Arrays.stream(Viewer.values()).parallel().forEach(does);
  }

  private void same(String what, String before, String now) {
    if (!now.equals(before)) {
      failures.add(what + " is another than before: " + now + ", not " + before);
    }
  }

  private void looks(Viewer viewer) {
    for (Row row : table.rows()) {
      if (viewer == Viewer.ANONYMOUS) {
        unknown(row);
      } else {
        row.cells().forEach((kind, cell) -> looks(row, kind, cell, viewer));
      }
    }
  }

  /** Without a session, everything is refused in the same way. */
  private void unknown(Row row) {
    for (String operation : row.operations()) {
      if (!Row.isRest(operation) || row.way() == Row.Way.OPEN) {
        continue;
      }
      List<Target> targets = new ArrayList<>();
      if (row.way() == Row.Way.DONE) {
        row.cells()
            .keySet()
            .forEach(kind -> targets.addAll(things.there(row.thing(), kind, Viewer.STRANGER)));
        targets.add(targets.get(0).missing(Target.MISSING));
      } else {
        targets.add(Target.of(Thing.PERSON, Target.MISSING));
      }
      Set<Asking.Reply> replies =
          targets.stream()
              .map(target -> asking.ask(Viewer.ANONYMOUS, operation, target))
              .collect(Collectors.toSet());
      if (replies.size() != 1 || !replies.iterator().next().code().equals("401")) {
        failures.add(operation + " by ANONYMOUS: " + replies);
      }
    }
  }

  private void looks(Row row, Kind kind, Row.Cell cell, Viewer viewer) {
    for (String operation : row.operations()) {
      String what = row.file() + ": " + operation + ", " + row.thing() + " " + kind;
      if (row.way() != Row.Way.DONE) {
        shows(what, row, kind, cell, viewer, operation);
      } else if (!row.changes() || cell.code() != null || !cell.may().contains(viewer)) {
        for (Target target : things.there(row.thing(), kind, viewer)) {
          done(what, cell, viewer, operation, target);
        }
      }
    }
  }

  private void changes(Viewer viewer) {
    for (Row row : table.rows()) {
      if (row.changes() && row.way() == Row.Way.DONE) {
        row.cells()
            .forEach(
                (kind, cell) -> {
                  if (cell.may().contains(viewer) && cell.code() == null) {
                    for (String operation : row.operations()) {
                      String what = row.file() + ": " + operation + ", " + row.thing() + " " + kind;
                      Target target = things.anew(row.thing(), kind, viewer);
                      done(what, cell, viewer, operation, target);
                    }
                  }
                });
      }
    }
  }

  private void done(String what, Row.Cell cell, Viewer viewer, String operation, Target target) {
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
      failures.add(what + " by " + viewer + ": " + expected + " expected, but it is " + reply);
    }
  }

  /** What is answered when there is no such thing. */
  private Asking.Reply missing(Viewer viewer, String operation, Target target) {
    List<Object> key = List.of(viewer, operation, target.thing());
    Target gone = target.missing(things.cast.extra.id());
    return nothing.computeIfAbsent(key, k -> asking.ask(viewer, operation, gone));
  }

  private void shows(
      String what, Row row, Kind kind, Row.Cell cell, Viewer viewer, String operation) {
    String word = things.word(row.thing(), kind, viewer);
    String owner = things.owner(kind, viewer).id();
    Target target =
        row.way() == Row.Way.OWNERS ? Target.of(Thing.PERSON, owner) : Target.of(Thing.FAN, "");
    List<Object> key = List.of(viewer, operation, target.id());
    boolean expected = cell.may().contains(viewer);
    long end = System.nanoTime() + PATIENCE_NANOS;
    Asking.Reply reply = shown.computeIfAbsent(key, k -> asking.ask(viewer, operation, target));
    // What is searched may take a moment to be found.
    while (expected
        && !reply.text().contains(word)
        && System.nanoTime() < end
        && patient.add(key)) {
      reply = asking.ask(viewer, operation, target);
      if (!reply.text().contains(word)) {
        patient.remove(key);
      }
      shown.put(key, reply);
    }
    keeps(what, viewer, reply.text());
    if (!reply.code().equals("success") || reply.text().contains(word) != expected) {
      failures.add(
          what + " by " + viewer + ": " + (expected ? "" : "not ") + "to be shown in " + reply);
    }
  }

  /** Nothing that somebody is told has a word of what they may not see. */
  private void keeps(String what, Viewer viewer, String text) {
    Map<String, String> leaked = secrets.leaked(text, viewer, table);
    if (!leaked.isEmpty()) {
      failures.add(what + " by " + viewer + " leaks " + leaked.values() + ": " + text);
    }
  }
}
