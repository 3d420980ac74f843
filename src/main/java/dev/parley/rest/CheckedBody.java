package dev.parley.rest;

import dev.parley.kernel.Payloads;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.NoContentException;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;

/** Checks the constraints of each body before a resource sees it. */
@Provider
public class CheckedBody implements ReaderInterceptor {

  @Inject Payloads payloads;

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    Object body = context.proceed();
    if (body == null) {
      throw new NoContentException("the body is missing");
    }
    return body instanceof Record ? payloads.check(body) : body;
  }
}
