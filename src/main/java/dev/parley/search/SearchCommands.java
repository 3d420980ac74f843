package dev.parley.search;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.parley.kernel.Command;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/** The WebSocket types about finding things. */
@ApplicationScoped
public class SearchCommands {

  private static final int PAGE = 20;

  @Inject MessageSearch search;
  @Inject PostSearch posts;
  @Inject Everything everything;
  @Inject GroupsAndUsers groupsAndUsers;

  /** Without {@code chatID} in all own conversations; {@code before} is the last page's next. */
  public record Messages(
      @NotNull String text, Long chatID, Long before, @Min(1) @Max(50) Integer limit) {}

  /** {@code before} is the last page's next. */
  public record Posts(@NotNull String text, Long before, @Min(1) @Max(50) Integer limit) {}

  /** What is looked for. */
  public record Text(@NotNull String text) {}

  /** What is looked for; a bare text is it, too. */
  public record Query(@NotNull String searchQuery) {

    /** Made of an object. */
    @JsonCreator
    public Query {}

    /** Made of a bare text. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Query of(String searchQuery) {
      return new Query(searchQuery);
    }
  }

  @Produces
  Command searchMessages() {
    return Command.of(
            "searchMessages",
            Messages.class,
            "Own conversations' messages that have every word of the text in some form, newest first",
            (call, wanted) ->
                search.find(
                    call.caller(),
                    wanted.text(),
                    wanted.chatID(),
                    wanted.before(),
                    wanted.limit() == null ? PAGE : wanted.limit()))
        .example(
            "{'text':'hello'}",
            "{'messages':[{'id':'812','chatID':'9','seq':421,'ev':978," + "'content':'hello'}]}");
  }

  @Produces
  Command searchPosts() {
    return Command.of(
            "searchPosts",
            Posts.class,
            "Posts that one may see and that have every word of the text in some form, newest first",
            (call, wanted) ->
                posts.find(
                    call.caller(),
                    wanted.text(),
                    wanted.before(),
                    wanted.limit() == null ? PAGE : wanted.limit()))
        .example(
            "{'text':'snow'}",
            "{'posts':[{'id':'17','theme':'First snow','content':{'userID':'3',"
                + "'userName':'ben','text':'At last.'}}]}");
  }

  @Produces
  Command searchEverything() {
    return Command.of(
            "searchEverything",
            Text.class,
            "People, own conversations and groups whose name contains the text; newest posts and messages",
            (call, wanted) -> everything.find(call.caller(), wanted.text()))
        .example(
            "{'text':'book'}",
            "{'people':[],'conversations':[{'id':'9','kind':'group',"
                + "'name':'book club','picture':null}],'groups':[],'posts':[],'messages':[]}");
  }

  @Produces
  Command searchGroupsUsers() {
    return Command.of(
            "searchGroupsUsers",
            Query.class,
            "Groups and people whose name contains the text",
            (call, wanted) -> groupsAndUsers.find(call.caller(), wanted.searchQuery()))
        .example("'ben'", "[{'entityType':'profile','id':'3','name':'ben'}]");
  }
}
