package dev.parley.surface.forum;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.accounts.Account;
import dev.parley.accounts.Accounts;
import dev.parley.kernel.Caller;
import dev.parley.people.Profile;
import dev.parley.people.ProfileViews;
import dev.parley.posts.Post;
import dev.parley.posts.PostFilter;
import dev.parley.posts.Posts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;

/** One's own page, and everybody. */
@Path("/people/api")
@RequestScoped
public class PeopleResource {

  @Inject Accounts accounts;
  @Inject ProfileViews profiles;
  @Inject Posts posts;
  @Inject Users users;
  @Inject Actor actor;

  /**
   * Oneself.
   *
   * @param password always empty
   * @param age not kept, so empty; {@code city} likewise
   * @param image where one's picture is, or empty
   */
  public record Self(
      long id,
      UUID uuid,
      String fullname,
      String email,
      String username,
      String password,
      String age,
      String city,
      String gender,
      String image,
      String createdtime) {

    static Self of(Account.View account, Profile profile) {
      return new Self(
          Long.parseLong(account.id()),
          account.handle(),
          account.fullName(),
          account.email() == null ? "" : account.email(),
          account.name(),
          "",
          "",
          "",
          profile.gender(),
          PicturesResource.ofPerson(account.id(), account.picture()),
          Stamp.of(account.dateCreate()));
    }
  }

  /**
   * One's own page.
   *
   * @param posts one's own, the newest first; null without any
   * @param votedItems the posts that one likes or dislikes; null without any
   */
  public record Page(
      @JsonProperty("User") Self user,
      @JsonProperty("Posts") List<ForumPost> posts,
      @JsonProperty("VotedItems") List<ForumPost> votedItems) {}

  @GET
  @Path("profile")
  public Response profile() {
    Caller caller = actor.get();
    List<Post> own =
        posts.page(caller, PostFilter.by(caller.accountId()), null, PostsResource.MOST).items();
    return Answers.json(
        new Page(
            Self.of(accounts.own(caller), profiles.get(caller, caller.accountId())),
            some(own),
            some(posts.voted(caller, PostsResource.MOST))));
  }

  @GET
  @Path("getusers")
  public Response users() {
    return Answers.json(users.of(actor.get()));
  }

  private static List<ForumPost> some(List<Post> posts) {
    return posts.isEmpty() ? null : posts.stream().map(ForumPost::of).toList();
  }
}
