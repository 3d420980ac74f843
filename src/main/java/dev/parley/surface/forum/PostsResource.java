package dev.parley.surface.forum;

import dev.parley.kernel.Caller;
import dev.parley.posts.PostChanges;
import dev.parley.posts.PostFilter;
import dev.parley.posts.Posts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Posts. */
@Path("/posts/api")
@RequestScoped
public class PostsResource {

  /** This system has no pages; older posts than these can be had natively. */
  static final int MOST = 100;

  private static final String ALL = "all";

  @Inject Posts posts;
  @Inject PostChanges changes;
  @Inject Actor actor;

  /** A post to write, for everybody. */
  public record New(String thread, String content, Long creatorid, List<String> categories) {}

  /** A post. */
  public record Named(Long id) {}

  @POST
  @Path("post/create")
  public Response create(New post) {
    Caller caller = actor.named(post.creatorid());
    changes.create(
        caller,
        new PostChanges.Draft(post.thread(), post.content(), post.categories(), null, null),
        null);
    return Answers.success();
  }

  /** The category is where its client keeps it: in a cookie, as the path of its page. */
  @GET
  @Path("post")
  public Response list(@CookieParam("category") String category) {
    PostFilter wanted = new PostFilter(null, null, category(category));
    return Answers.json(
        posts.page(actor.get(), wanted, null, MOST).items().stream().map(ForumPost::of).toList());
  }

  @POST
  @Path("post/id")
  public Response get(Named post) {
    Caller caller = actor.get();
    return Answers.json(ForumPost.of(posts.full(caller, Actor.id("id", post.id()), null)));
  }

  private static String category(String cookie) {
    if (cookie == null) {
      return null;
    }
    String path;
    try {
      path = URLDecoder.decode(cookie, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      path = cookie;
    }
    String name = path.startsWith("/") ? path.substring(1) : path;
    return name.equalsIgnoreCase(ALL) ? null : name;
  }
}
