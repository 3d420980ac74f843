package dev.parley.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The tables. A line is a comment behind {@code #}, or a {@code thing} with those who see it, by
 * kind; or below that an operation: {@code ?} one that looks, {@code !} one that changes something,
 * {@code .} one that touches nothing of others, with the reason. Columns are at least two blanks
 * apart.
 */
final class Table {

  static final Path HOME = Path.of("src/test/resources/privacy");

  private final List<Row> rows = new ArrayList<>();
  private final Map<Thing, Map<Kind, Set<Viewer>>> seers = new EnumMap<>(Thing.class);
  private String file;
  private Thing thing;

  private Table() {}

  static Table read() {
    Table table = new Table();
    try (Stream<Path> files = Files.list(HOME)) {
      for (Path file : files.sorted().toList()) {
        table.file = file.getFileName().toString();
        Files.readAllLines(file).forEach(table::line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return table;
  }

  List<Row> rows() {
    return rows;
  }

  /** Who may see things, by what they are; what is not in here has no text of its own. */
  Set<Viewer> seers(Thing what, Kind kind) {
    return seers.getOrDefault(what, Map.of()).getOrDefault(kind, Set.of());
  }

  private void line(String line) {
    if (line.isBlank() || line.startsWith("#")) {
      return;
    }
    try {
      List<String> columns = List.of(line.strip().split(" {2,}"));
      if (line.startsWith("thing ")) {
        thing = Thing.named(columns.get(0).substring("thing ".length()));
        Map<Kind, Set<Viewer>> seen = new EnumMap<>(Kind.class);
        cells(columns, Map.of()).forEach((kind, cell) -> seen.put(kind, cell.may()));
        seers.put(thing, seen);
      } else if (line.startsWith(". ")) {
        String[] parts = line.substring(2).split(": ", 2);
        boolean open = parts[1].startsWith("anybody");
        Row.Way way = open ? Row.Way.OPEN : Row.Way.NOTHING;
        rows.add(new Row(file, null, way, true, operations(parts[0]), Map.of()));
      } else {
        rows.add(row(line.charAt(0), columns.get(0).substring(2), columns));
      }
    } catch (RuntimeException e) {
      throw new IllegalStateException("can't read the line of " + file + ": " + line, e);
    }
  }

  private Row row(char sign, String first, List<String> columns) {
    Row.Way way =
        first.endsWith(" (lists)")
            ? Row.Way.LISTS
            : first.endsWith(" (owner's)") ? Row.Way.OWNERS : Row.Way.DONE;
    List<String> operations = operations(first.replaceFirst(" \\((lists|owner's)\\)$", ""));
    boolean changes = sign == '!';
    if (sign != '?' && !changes
        || operations.stream().anyMatch(o -> Row.isRest(o) && o.startsWith("GET ") == changes)) {
      throw new IllegalStateException("? looks, ! changes");
    }
    return new Row(file, thing, way, changes, operations, cells(columns, seers.get(thing)));
  }

  private static List<String> operations(String text) {
    return Arrays.stream(text.split(", ")).map(String::strip).toList();
  }

  private static Map<Kind, Row.Cell> cells(List<String> columns, Map<Kind, Set<Viewer>> seen) {
    if (columns.size() != Kind.values().length + 1) {
      throw new IllegalStateException("not a column for each kind");
    }
    Map<Kind, Row.Cell> cells = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      String cell = columns.get(kind.ordinal() + 1);
      if (!cell.equals(".")) {
        cells.put(kind, cell(cell, seen.getOrDefault(kind, Set.of())));
      }
    }
    return cells;
  }

  private static Row.Cell cell(String text, Set<Viewer> seen) {
    if (text.equals("=")) {
      return new Row.Cell(seen, seen, null);
    }
    if (text.equals("invalid") || text.equals("conflict")) {
      return new Row.Cell(seen, seen, text);
    }
    String[] parts = text.split("/");
    Set<Viewer> know = parts.length > 1 ? Viewer.named(parts[1]) : seen;
    return new Row.Cell(Viewer.named(parts[0]), know, null);
  }
}
