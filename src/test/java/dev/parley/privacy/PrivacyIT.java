package dev.parley.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.client.Types;
import dev.parley.client.Wire;
import dev.parley.harness.ClientTest;
import dev.parley.kernel.Command;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Every operation, by everybody to whom others can be something, to every kind of thing: who may
 * see or do it does, whoever knows of it but may not is told so, and for all others it is not
 * there. The tables say who is who; a new operation without its rows fails the build.
 */
class PrivacyIT extends ClientTest {

  private static final String HOW =
      """
      Each operation needs a row for each sort of thing that it is done to, in the table of its
      feature in %s. Below the line of the thing:
        ? looks, GET /looks/{id}    who gets it: of the viewer's own things, public ones ...
        ! changes                   who may; "=" is who sees the thing, "-" nobody
        ? shows (owner's)           it names whose the things are, "(lists)": nothing, and shows them
        . touches: nothing of others, because ...
      The columns are %s; "." is for what there is not.
      """
          .formatted(Table.HOME, Arrays.toString(Kind.values()));

  private final Table table = Table.read();

  @Test
  void everyOperationHasItsRows() {
    Set<String> found = new TreeSet<>(Types.all());
    found.addAll(rest());
    Set<String> known =
        table.rows().stream()
            .flatMap(row -> row.operations().stream())
            .map(Row::known)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> missing = new TreeSet<>(found);
    missing.removeAll(known);
    known.removeAll(found);
    assertTrue(missing.isEmpty(), "without rows: " + missing + "\n" + HOW);
    assertTrue(known.isEmpty(), "rows without an operation: " + known);
  }

  private Set<String> rest() {
    Set<String> operations = new TreeSet<>();
    parley
        .call("GET", "/openapi", null, "Accept", "application/json")
        .expect(200)
        .body()
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        method ->
                            operations.add(
                                method.getKey().toUpperCase(Locale.ROOT)
                                    + " "
                                    + path.getKey().replaceFirst("^/api/v1", ""))));
    return operations;
  }

  @Test
  void whatTouchesNothingOfOthersNamesNothingOfOthers() {
    List<Command> commands = Types.commands();
    for (Row row : table.rows()) {
      if (row.thing() == null) {
        for (String operation : row.operations()) {
          assertTrue(
              Row.isRest(operation)
                  ? !operation.contains("{")
                  : commands.stream()
                      .filter(command -> command.type().equals(operation))
                      .flatMap(command -> Arrays.stream(command.payload().getRecordComponents()))
                      .map(RecordComponent::getName)
                      .allMatch(name -> name.equals("pictureID") || !name.matches(".*IDs?")),
              operation + " names something\n" + HOW);
        }
      }
    }
  }

  @Test
  void nobodyComesInWithoutASession() {
    assertEquals(401, Wire.refusedHandshake(parley));
  }

  @Test
  void everybodySeesAndMayWhatTheTablesSay() {
    List<String> failures = new Trial(parley, table).run();
    assertTrue(
        failures.isEmpty(), failures.size() + " are otherwise\n" + String.join("\n", failures));
  }
}
