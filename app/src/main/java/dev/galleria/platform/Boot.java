package dev.galleria.platform;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Runs the boot steps beside the deployment, so that health answers meanwhile, and says when the application serves. */
@ApplicationScoped
public class Boot {
    private static final Logger LOG = Logger.getLogger(Boot.class.getName());

    private static final int ATTEMPTS = 3;
    private static final long PAUSE_MILLIS = 2_000;

    /** How far the start has come. */
    public enum State {
        STARTING,
        READY,
        FAILED
    }

    @Inject
    @Any
    Instance<BootStep> steps;

    @Resource
    ManagedExecutorService executor;

    private volatile State state = State.STARTING;

    void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
        executor.execute(this::run);
    }

    /** Whether requests can be served. */
    public State state() {
        return state;
    }

    /** Tells the operator who watches the start what is being done. */
    public void progress(String text) {
        LOG.info(() -> "GALLERIA PROGRESS " + text);
    }

    private void run() {
        try {
            for (var step : steps.stream()
                    .sorted(Comparator.comparingInt(BootStep::order))
                    .toList()) {
                take(step);
            }
            state = State.READY;
            LOG.info("GALLERIA READY");
        } catch (Exception | LinkageError e) {
            state = State.FAILED;
            LOG.log(Level.SEVERE, "The start failed", e);
            LOG.severe(() -> "GALLERIA FAILED " + cause(e));
        }
    }

    /** Again after a while if it fails: the database may come later, and the server closes archives while it deploys. */
    private static void take(BootStep step) throws Exception {
        for (int attempt = 1; ; attempt++) {
            try {
                step.run();
                return;
            } catch (Exception | LinkageError e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                LOG.log(Level.WARNING, e, () -> "Step " + step.order() + " of the start failed and is tried again");
                Thread.sleep(PAUSE_MILLIS);
            }
        }
    }

    private static String cause(Throwable failure) {
        var root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        var message = String.valueOf(root.getMessage()).lines().findFirst().orElse("");
        return message + " (" + root.getClass().getSimpleName() + ")";
    }
}
