package dev.parley.surface.channels;

import dev.parley.rest.CheckedBody;
import dev.parley.rest.JsonBody;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** The tree of the channels; {@link dev.parley.surface.RootPaths} leads here. */
@ApplicationPath("/surface/channels")
public class ChannelsApplication extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(
        JsonBody.class,
        CheckedBody.class,
        ChannelErrors.class,
        ApiResource.class,
        GuestResource.class,
        UsersResource.class,
        ChannelsResource.class);
  }
}
