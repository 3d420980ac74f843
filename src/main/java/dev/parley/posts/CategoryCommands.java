package dev.parley.posts;

import dev.parley.kernel.Command;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;

/** The WebSocket types about the categories of posts. */
@ApplicationScoped
public class CategoryCommands {

  @Inject Categories categories;

  /** With {@code retired} also those that are not for new posts any more. */
  public record All(Boolean retired) {}

  /** A new one. */
  public record New(@NotNull String name) {}

  /** Another name. */
  public record Rename(@NotNull Long categoryID, @NotNull String name) {}

  /** Without {@code retired} it is true. */
  public record Retire(@NotNull Long categoryID, Boolean retired) {}

  @Produces
  Command categories() {
    return Command.of(
            "categories",
            All.class,
            "The categories that posts can have",
            (call, all) -> categories.list(Boolean.TRUE.equals(all.retired())))
        .example("{}", "[{'id':'1','name':'art','retired':false}]");
  }

  @Produces
  Command createCategory() {
    return Command.of(
            "createCategory",
            New.class,
            "Makes a category; moderators may",
            (call, made) -> categories.create(call.caller(), made.name()))
        .example("{'name':'gardens'}", "{'id':'19','name':'gardens','retired':false}");
  }

  @Produces
  Command renameCategory() {
    return Command.of(
            "renameCategory",
            Rename.class,
            "Gives a category another name; moderators may",
            (call, rename) ->
                categories.change(call.caller(), rename.categoryID(), rename.name(), null))
        .example(
            "{'categoryID':'19','name':'parks'}", "{'id':'19','name':'parks','retired':false}");
  }

  @Produces
  Command retireCategory() {
    return Command.of(
            "retireCategory",
            Retire.class,
            "Takes a category from new posts, or gives it back; moderators may",
            (call, retire) ->
                categories.change(
                    call.caller(),
                    retire.categoryID(),
                    null,
                    !Boolean.FALSE.equals(retire.retired())))
        .example("{'categoryID':'19'}", "{'id':'19','name':'gardens','retired':true}");
  }
}
