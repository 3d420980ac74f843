package dev.parley.privacy;

import dev.parley.client.Parley;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Tries it all. First what changes nothing: looking, and what is refused, after which everything is
 * as before; then what may be changed, each time with a thing of its own.
 */
final class Trial {

  private final Table table;
  private final Things things;
  private final Asking asking;
  private final Unharmed unharmed;
  private final Secrets secrets = new Secrets();
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();
  private final Judge judge;

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
    judge = new Judge(table, things, asking, failures);
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
        judge.keeps("what was pushed", viewer, asking.heard(viewer));
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
        judge.shows(what, row, kind, viewer, operation);
      } else if (!row.changes() || cell.code() != null || !cell.may().contains(viewer)) {
        for (Target target : things.there(row.thing(), kind, viewer)) {
          judge.done(what, cell, viewer, operation, target);
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
                      judge.done(what, cell, viewer, operation, target);
                    }
                  }
                });
      }
    }
  }
}
