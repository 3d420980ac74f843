package dev.parley.client;

import java.io.File;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * What the tests deploy: the WAR that people get. Each class of tests deploys it anew, which takes
 * a few seconds and has the application start and stop in a running server each time.
 */
public final class Deployments {

  private Deployments() {}

  /** The built WAR. */
  public static WebArchive parley() {
    return ShrinkWrap.create(ZipImporter.class, "parley.war")
        .importFrom(new File(System.getProperty("parley.war")))
        .as(WebArchive.class);
  }
}
