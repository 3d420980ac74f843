package dev.parley.overview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.client.Mirror;
import dev.parley.client.Types;
import dev.parley.harness.ClientTest;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * For every operation that changes something: what a client had before and the pushes that follow
 * are what a client sees that comes in afterwards. Shown for who does it, for another member and
 * for somebody from outside, with the conversation in front and in the background. A new type
 * without a row in {@link Operation} fails the build, unless it changes nothing that one sees.
 */
class SameStateIT extends ClientTest {

  private static final long PATIENCE_NANOS = 15_000_000_000L;

  /** Types that only look, or change what no snapshot has. */
  private static final Set<String> CHANGE_NOTHING =
      Set.of(
          "sync",
          "focus",
          "typing",
          "chatPortion",
          "closeChat",
          "onlineUsers",
          "history",
          "pinnedMessages",
          "getSessions",
          "endSession",
          "blockedUsers",
          "searchMessages",
          "searchEverything",
          "searchGroupsUsers",
          "searchPosts",
          "getChatList",
          "getGroupProfile",
          "verifyGroupView",
          "groupMembers",
          "userGroups",
          "searchUsersNotInGroup",
          "groupRequests",
          "groupInvitations",
          "getGroupEventsList",
          "getGroupEvent",
          "setUserOptionForEvent",
          "changeUserOptionForEvent",
          "getUserNotifications",
          "notifications",
          "setNotificationSettings",
          "postsPortion",
          "userPostsPortion",
          "postsPortionInGroup",
          "fullPostAndComments",
          "newPost",
          "editPost",
          "deletePost",
          "newComment",
          "editComment",
          "deleteComment",
          "likePost",
          "categories",
          "createCategory",
          "renameCategory",
          "retireCategory",
          "invites",
          "inviteInfo",
          "createInvite",
          "revokeInvite",
          "getUserProfile",
          "getFollowStatus",
          "removeFollower",
          "userFollowers",
          "userFollowing",
          "followRequests",
          "sentFollowRequests",
          "addCloseFriend",
          "removeCloseFriend",
          "closeFriends",
          "searchNotCloseFriends");

  @Test
  void everyTypeThatChangesSomethingHasARow() {
    Set<String> known = new TreeSet<>(CHANGE_NOTHING);
    Operation.all().forEach(operation -> known.add(operation.type()));
    assertEquals(known, Types.all());
  }

  @Test
  void anOldSnapshotAndTheEventsAreAFreshSnapshot() {
    List<String> failures =
        Operation.all().stream().map(this::attempt).filter(f -> !f.isEmpty()).toList();
    assertTrue(failures.isEmpty(), String.join("\n\n", failures));
  }

  private String attempt(Operation operation) {
    try (Stage stage = new Stage(parley)) {
      operation.before().accept(stage);
      stage.opens(operation.chat().apply(stage));
      List<String> before = states(stage);
      operation.run().accept(stage);
      stage.viewers().forEach(viewer -> assertSame(stage, viewer, "after the pushes"));
      assertTrue(!before.containsAll(states(stage)), "nothing is another for anybody");
      for (Stage.Viewer viewer : stage.viewers()) {
        viewer.mirror().fetchesWhatItMisses();
        assertSame(stage, viewer, "after fetching what was missing");
      }
      return "";
    } catch (AssertionError | RuntimeException e) {
      return operation + ": " + e;
    }
  }

  private static List<String> states(Stage stage) {
    return stage.viewers().stream()
        .map(viewer -> viewer.mirror().state(stage.people(), viewer.mirror()))
        .collect(Collectors.toList());
  }

  private static void assertSame(Stage stage, Stage.Viewer viewer, String when) {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (true) {
      viewer.mirror().catchUp();
      String is = viewer.mirror().state(stage.people(), viewer.mirror());
      String should = Mirror.of(viewer.probe()).state(stage.people(), viewer.mirror());
      if (is.equals(should)) {
        return;
      }
      if (System.nanoTime() > end) {
        assertEquals(should, is, viewer.description() + " " + when);
      }
      viewer.mirror().waits();
    }
  }
}
