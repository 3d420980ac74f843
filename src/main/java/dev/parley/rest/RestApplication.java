package dev.parley.rest;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/** The native REST tree. */
@ApplicationPath("/api/v1")
@OpenAPIDefinition(
    info =
        @Info(
            title = "Parley",
            version = "1",
            description =
                "Errors are problem JSON (RFC 9457) with a `code`. Ids are strings, times RFC 3339"
                    + " in UTC. A session is proved by a bearer token or by the cookie; changes"
                    + " with the cookie need an allowed Origin."),
    security = @SecurityRequirement(name = "bearer"))
@SecurityScheme(
    securitySchemeName = "bearer",
    type = SecuritySchemeType.HTTP,
    scheme = "bearer",
    description = "POST /sessions with \"bearer\": true gives the token")
public class RestApplication extends Application {

  private static final String SURFACES = "dev.parley.surface.";

  /** All resources but those of the surfaces, which have trees of their own. */
  @Override
  public Set<Class<?>> getClasses() {
    Set<Class<?>> classes =
        new HashSet<>(Set.of(CheckedBody.class, Errors.class, JsonBody.class, OriginGuard.class));
    CDI.current().getBeanManager().getBeans(Object.class, Any.Literal.INSTANCE).stream()
        .map(Bean::getBeanClass)
        .filter(type -> type.isAnnotationPresent(Path.class))
        .filter(type -> !type.getName().startsWith(SURFACES))
        .forEach(classes::add);
    return classes;
  }
}
