package dev.parley.surface.forum;

import dev.parley.rest.CheckedBody;
import dev.parley.rest.JsonBody;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** The forum's tree; {@link dev.parley.surface.RootPaths} leads here. */
@ApplicationPath("/surface/forum")
public class ForumApplication extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(
        JsonBody.class,
        CheckedBody.class,
        ForumErrors.class,
        EntranceResource.class,
        PeopleResource.class,
        PicturesResource.class,
        PostsResource.class,
        RemarksResource.class);
  }
}
