package dev.parley.surface;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which addresses under the root belong to which surface. They are reserved: the web client's pages
 * have others. A surface's JAX-RS application can't be mapped to the root itself, because it would
 * swallow the static files.
 */
public final class RootPaths {

  /** Where the surfaces' own trees begin; from outside there is nothing here. */
  static final String TREES = "/surface/";

  private static final String ALL_BELOW = "/*";

  /**
   * The root paths of each resource, by where it lies in the surfaces' trees: each has a path of
   * its own there, because JAX-RS chooses a class before it looks at methods. A root path that ends
   * with {@code /*} stands for everything below it, but not for itself.
   */
  private static final Map<String, List<String>> TABLE =
      Map.ofEntries(
          Map.entry(
              "channels",
              List.of(
                  "/api/user",
                  "/api/create_channel",
                  "/api/channel/*",
                  "/user",
                  "/users",
                  "/users/*",
                  "/channels",
                  "/channels/*")),
          Map.entry(
              "corporate/users",
              List.of(
                  "/register",
                  "/auth",
                  "/updateUser",
                  "/deleteUser",
                  "/findUser",
                  "/findUserbyID")),
          Map.entry(
              "corporate/chats", List.of("/createChat", "/deleteChat", "/leaveChat", "/getChats")),
          Map.entry(
              "corporate/members", List.of("/addMember", "/removeMember", "/getUsersFromChat")),
          Map.entry(
              "corporate/messages",
              List.of("/getMessage", "/deleteMessage", "/resetUnread", "/unreadCounts")),
          Map.entry("social/people", List.of("/registerUser", "/loginUser")),
          Map.entry("social/session", List.of("/checkAuth", "/logout")),
          Map.entry("social/uploads", List.of("/submitPostImg", "/submitCommentImg")),
          Map.entry("social/pictures", List.of("/img/*")),
          Map.entry("forum/entrance", List.of("/api/signup", "/api/signin", "/api/logout")),
          Map.entry("forum/people", List.of("/api/profile", "/api/getusers")),
          Map.entry("forum/pictures", List.of("/api/img/*")),
          Map.entry("forum/posts", List.of("/api/post", "/api/post/create", "/api/post/id")),
          Map.entry("forum/remarks", List.of("/api/comment", "/api/vote")));

  /** Where something changes although the method says that nothing does. */
  private static final Set<String> CHANGING = Set.of("/api/logout");

  /** Where a body may have a file in it. */
  private static final Set<String> WITH_FILES =
      Set.of("/registerUser", "/submitPostImg", "/submitCommentImg");

  private RootPaths() {}

  /**
   * The address that a root path stands for, such as {@code /surface/corporate/users/register}.
   *
   * @param path as the client wrote it, without the query
   */
  public static Optional<String> target(String path) {
    return TABLE.entrySet().stream()
        .filter(row -> row.getValue().stream().anyMatch(root -> matches(root, path)))
        .map(row -> TREES + row.getKey() + path)
        .findFirst();
  }

  /** The surface that a root path belongs to, by the name of its package. */
  public static Optional<String> surface(String path) {
    return TABLE.entrySet().stream()
        .filter(row -> row.getValue().stream().anyMatch(root -> matches(root, path)))
        .map(row -> row.getKey().split("/", 2)[0])
        .findFirst();
  }

  /** Whether something changes at a root path whatever the method says. */
  static boolean changes(String path) {
    return CHANGING.contains(path);
  }

  /** Whether a body that is sent to a root path may have a file in it. */
  static boolean takesFiles(String path) {
    return WITH_FILES.contains(path);
  }

  /** All rows. */
  public static Map<String, List<String>> table() {
    return TABLE;
  }

  private static boolean matches(String root, String path) {
    // No id needs to be escaped, and the container fails to lead some escapes on.
    return root.endsWith(ALL_BELOW)
        ? path.startsWith(root.substring(0, root.length() - 1)) && path.indexOf('%') < 0
        : path.equals(root);
  }
}
