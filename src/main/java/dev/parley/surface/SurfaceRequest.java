package dev.parley.surface;

import dev.parley.kernel.Code;
import dev.parley.kernel.Refusal;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;

/**
 * A request to a surface. Its body is JSON whatever it is called, since these systems' clients call
 * it many things, and no longer than is allowed there.
 */
final class SurfaceRequest extends HttpServletRequestWrapper {

  private final long limit;
  private final String query;

  SurfaceRequest(HttpServletRequest request, long limit) {
    super(request);
    this.limit = limit;
    this.query = request.getQueryString();
  }

  /** The query as the client wrote it: the container forgets it when it leads a request on. */
  @Override
  public String getQueryString() {
    return query;
  }

  @Override
  public String getContentType() {
    return MediaType.APPLICATION_JSON;
  }

  @Override
  public String getHeader(String name) {
    return name.equalsIgnoreCase(HttpHeaders.CONTENT_TYPE)
        ? MediaType.APPLICATION_JSON
        : super.getHeader(name);
  }

  @Override
  public Enumeration<String> getHeaders(String name) {
    return name.equalsIgnoreCase(HttpHeaders.CONTENT_TYPE)
        ? Collections.enumeration(Collections.singleton(MediaType.APPLICATION_JSON))
        : super.getHeaders(name);
  }

  @Override
  public Enumeration<String> getHeaderNames() {
    java.util.List<String> names = Collections.list(super.getHeaderNames());
    if (names.stream().noneMatch(HttpHeaders.CONTENT_TYPE::equalsIgnoreCase)) {
      names.add(HttpHeaders.CONTENT_TYPE);
    }
    return Collections.enumeration(names);
  }

  @Override
  public ServletInputStream getInputStream() throws IOException {
    return new Bounded(super.getInputStream(), limit);
  }

  /** Refuses to give more than so many bytes. */
  private static final class Bounded extends ServletInputStream {
    private final ServletInputStream in;
    private long left;

    Bounded(ServletInputStream in, long limit) {
      this.in = in;
      this.left = limit;
    }

    @Override
    public int read() throws IOException {
      int read = in.read();
      count(read < 0 ? 0 : 1);
      return read;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int read = in.read(into, offset, length);
      count(Math.max(0, read));
      return read;
    }

    private void count(int bytes) {
      left -= bytes;
      if (left < 0) {
        throw Refusal.of(Code.TOO_LARGE, "the body is too large");
      }
    }

    @Override
    public boolean isFinished() {
      return in.isFinished();
    }

    @Override
    public boolean isReady() {
      return in.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      in.setReadListener(listener);
    }
  }
}
