package dev.parley.harness;

import com.sun.tools.attach.VirtualMachine;
import com.sun.tools.attach.VirtualMachineDescriptor;
import dev.parley.testing.EmbeddedDatabase;
import dev.parley.testing.Installation;
import io.openliberty.arquillian.managed.WLPManagedContainer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.arquillian.container.spi.client.container.DeploymentException;
import org.jboss.arquillian.container.spi.client.container.LifecycleException;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.shrinkwrap.api.Archive;

/**
 * The managed Liberty, which deploys only once. Arquillian would take Parley down and start it
 * again for each test class, which costs several seconds and tests nothing; here all classes share
 * what the first one deployed, and keep apart by using people and conversations of their own.
 *
 * <p>It begins with an empty database and leaves nothing running, whatever a run that was killed
 * has left behind.
 */
public class SharedServer extends WLPManagedContainer {

  private static final int PATIENCE_SECONDS = 20;

  private ProtocolMetaData deployed;

  @Override
  public void start() throws LifecycleException {
    endLeftovers();
    try {
      Installation.delete(data());
    } catch (IOException e) {
      throw new LifecycleException("the last run's data can't be deleted", e);
    }
    super.start();
  }

  @Override
  public ProtocolMetaData deploy(Archive<?> archive) throws DeploymentException {
    if (deployed == null) {
      deployed = super.deploy(archive);
    }
    return deployed;
  }

  @Override
  public void undeploy(Archive<?> archive) {
    // It goes with the server.
  }

  @Override
  public void stop() throws LifecycleException {
    try {
      super.stop();
    } finally {
      endLeftovers();
    }
  }

  private static Path data() {
    return Path.of(System.getProperty("parley.test.data"));
  }

  private static void endLeftovers() throws LifecycleException {
    String command =
        System.getProperty("parley.install")
            + "/bin/tools/ws-server.jar "
            + System.getProperty("parley.test.server");
    try {
      // Not ProcessHandle: it cuts command lines off, and Liberty's is long.
      for (VirtualMachineDescriptor jvm : VirtualMachine.list()) {
        if (jvm.displayName().equals(command)) {
          Optional<ProcessHandle> process = ProcessHandle.of(Long.parseLong(jvm.id()));
          if (process.isPresent()) {
            process.get().destroy();
            end(process.get());
          }
        }
      }
      EmbeddedDatabase database = new EmbeddedDatabase(data());
      // The number in the file may be another program's by now.
      if (database.process().stream().anyMatch(SharedServer::isPostgres)) {
        database.stop();
      }
    } catch (IOException e) {
      throw new LifecycleException("the last run's server can't be ended", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LifecycleException("interrupted", e);
    }
  }

  private static boolean isPostgres(ProcessHandle process) {
    return process.info().command().orElse("").endsWith("postgres");
  }

  private static void end(ProcessHandle process) throws InterruptedException {
    try {
      process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      process.destroyForcibly();
    }
  }
}
