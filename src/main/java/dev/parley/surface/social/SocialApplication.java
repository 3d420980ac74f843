package dev.parley.surface.social;

import dev.parley.rest.CheckedBody;
import dev.parley.rest.JsonBody;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** The social network's tree; {@link dev.parley.surface.RootPaths} leads here. */
@ApplicationPath("/surface/social")
public class SocialApplication extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(
        JsonBody.class,
        CheckedBody.class,
        SocialErrors.class,
        EntranceResource.class,
        SessionResource.class,
        UploadsResource.class,
        PicturesResource.class);
  }
}
