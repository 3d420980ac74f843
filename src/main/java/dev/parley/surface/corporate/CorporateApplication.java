package dev.parley.surface.corporate;

import dev.parley.rest.CheckedBody;
import dev.parley.rest.JsonBody;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** The corporate messenger's tree; {@link dev.parley.surface.RootPaths} leads here. */
@ApplicationPath("/surface/corporate")
public class CorporateApplication extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(
        JsonBody.class,
        CheckedBody.class,
        CorporateErrors.class,
        UsersResource.class,
        ChatsResource.class,
        MembersResource.class,
        MessagesResource.class);
  }
}
