package dev.galleria.harness;

import java.io.File;
import java.net.URISyntaxException;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.hamcrest.Matcher;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.Filters;
import org.jboss.shrinkwrap.api.GenericArchive;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ExplodedImporter;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;

/** Base of every integration test: the whole application as it is shipped, with the tests beside it, started once. */
@ExtendWith(ArquillianExtension.class)
public abstract class InApplication {
    /** What only the test's own process can load: the browser's driver, the launcher, Arquillian's container. */
    private static final String OUTSIDE =
            ".*(Journey|Browser|Shop|Surroundings|KeptDeployment|KeepDeployment|TestDatabase).*\\.class|.*Test(\\$.*)?\\.class";

    @Deployment
    static WebArchive application() {
        var tests = ShrinkWrap.create(ExplodedImporter.class)
                .importDirectory(new File(System.getProperty("galleria.it.tests")), Filters.exclude(OUTSIDE))
                .as(GenericArchive.class);
        return ShrinkWrap.create(ZipImporter.class, "galleria.war")
                .importFrom(new File(System.getProperty("galleria.it.war")))
                .as(WebArchive.class)
                .merge(tests, "WEB-INF/classes", Filters.include(".*/dev/.*"))
                .addAsServiceProvider("jakarta.servlet.ServletContainerInitializer", RunnerDoor.class.getName())
                .addAsLibraries(jarOf(Assertions.class), jarOf(Awaitility.class), jarOf(Matcher.class));
    }

    private static File jarOf(Class<?> type) {
        try {
            return new File(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
