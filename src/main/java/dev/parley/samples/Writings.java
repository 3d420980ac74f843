package dev.parley.samples;

import dev.parley.posts.CommentChanges;
import dev.parley.posts.PostChanges;
import dev.parley.posts.Votes;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the sample people post; a post is meant by its title. */
@Dependent
public class Writings {

  static final int FOR_EVERYBODY = 0;
  static final int FOR_FOLLOWERS = 1;
  static final int FOR_CLOSE_FRIENDS = 2;

  @Inject PostChanges changes;
  @Inject CommentChanges comments;
  @Inject Votes votes;

  private final Map<String, Long> posts = new HashMap<>();

  void posts(Town town, String name, String title, String body, int type, String... categories) {
    writes(town, name, new PostChanges.Draft(title, body, List.of(categories), type, null), null);
  }

  /** The same with a picture. */
  void shows(
      Town town, String name, String title, String body, Landscape picture, String... categories) {
    String upload = Long.toString(town.uploads(name, "picture.png", picture.png()));
    writes(
        town,
        name,
        new PostChanges.Draft(title, body, List.of(categories), FOR_EVERYBODY, upload),
        null);
  }

  void postsIn(Town town, long group, String name, String title, String body) {
    writes(town, name, new PostChanges.Draft(title, body, List.of(), null, null), group);
  }

  private void writes(Town town, String name, PostChanges.Draft draft, Long group) {
    var made = changes.create(town.caller(name), draft, group);
    posts.put(draft.title(), Long.parseLong(made.id()));
  }

  void comments(Town town, String post, String name, String text) {
    comments.add(town.caller(name), posts.get(post), text, null);
  }

  void like(Town town, String post, String... names) {
    for (String name : names) {
      votes.vote(town.caller(name), "post", posts.get(post), true);
    }
  }

  void dislike(Town town, String post, String... names) {
    for (String name : names) {
      votes.vote(town.caller(name), "post", posts.get(post), false);
    }
  }
}
