package dev.galleria.harness;

import fish.payara.arquillian.container.payara.managed.PayaraMicroDeployableContainer;
import org.jboss.arquillian.container.spi.client.container.DeploymentException;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.shrinkwrap.api.Archive;
import org.jspecify.annotations.Nullable;

/** Payara Micro, started with the application once: every further test class finds it running. */
public class KeptDeployment extends PayaraMicroDeployableContainer {
    private static @Nullable ProtocolMetaData running;
    private static @Nullable KeptDeployment container;

    @Override
    public ProtocolMetaData deploy(Archive<?> archive) throws DeploymentException {
        if (running == null) {
            running = super.deploy(archive);
            container = this;
        }
        return running;
    }

    @Override
    public void undeploy(Archive<?> archive) {
        // The next test class uses it; the end of the run stops it.
    }

    static void stopServer() {
        if (container != null) {
            container.stopForGood();
        }
    }

    private void stopForGood() {
        try {
            super.undeploy((Archive<?>) null);
        } catch (DeploymentException e) {
            throw new IllegalStateException(e);
        }
    }
}
