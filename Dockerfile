# First: mvn -B package -DskipTests
# Then:  docker build -t parley .   (or podman, or buildah)
ARG BASE=docker.io/library/eclipse-temurin:17-jre
FROM ${BASE}

RUN useradd --uid 10001 --create-home parley \
 && mkdir /data \
 && chown parley:parley /data

COPY --chown=10001:10001 target/distribution/parley /opt/parley

# The embedded PostgreSQL lives on the volume; with DATABASE_URL the volume stays empty.
ENV PARLEY_DATA_DIR=/data
VOLUME /data
EXPOSE 9080
USER 10001

HEALTHCHECK --start-period=60s --interval=15s --timeout=5s CMD ["bash", "-c", \
  "exec 3<>/dev/tcp/127.0.0.1/${PARLEY_PORT:-9080} && printf 'GET /health/ready HTTP/1.0\\r\\n\\r\\n' >&3 && head -1 <&3 | grep -q ' 200 '"]

STOPSIGNAL SIGTERM
# The server finds a JDK by itself; a JRE has to be named.
ENTRYPOINT ["/bin/sh", "-c", \
  "export JAVA_HOME=${JAVA_HOME:-$(dirname $(dirname $(readlink -f $(command -v java))))}; exec /opt/parley/bin/server run parley"]
