package dev.parley.harness;

import java.io.File;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** A test that needs the running server; what extends it directly runs inside of it. */
@ArquillianTest
public abstract class ParleyServer {

  /** The WAR as it was built, with the tests that run in the container. */
  @Deployment
  public static WebArchive parley() {
    return ShrinkWrap.createFromZipFile(
            WebArchive.class, new File(System.getProperty("parley.war")))
        .addPackage("dev.parley.incontainer")
        .addClass(ParleyServer.class);
  }
}
