package dev.galleria.platform.jobs;

import static org.jobrunr.server.configuration.BackgroundJobServerThreadType.PlatformThreads;

import dev.galleria.platform.BootStep;
import dev.galleria.platform.PlatformDatabase;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jobrunr.jobs.mappers.JobMapper;
import org.jobrunr.scheduling.JobRequestScheduler;
import org.jobrunr.server.BackgroundJobServer;
import org.jobrunr.server.BackgroundJobServerConfiguration;
import org.jobrunr.server.configuration.DefaultBackgroundJobServerWorkerPolicy;
import org.jobrunr.storage.StorageProvider;
import org.jobrunr.storage.sql.postgres.PostgresStorageProvider;
import org.jobrunr.utils.mapper.jsonb.JsonbJsonMapper;
import org.jspecify.annotations.Nullable;

/** The node's job server. Built by hand: JobRunr's own configuration adds a shutdown hook that races the server's. */
@ApplicationScoped
public class Jobs implements BootStep {
    private static final Logger LOG = Logger.getLogger(Jobs.class.getName());
    private static final int WORKERS = 4;
    private static final int LOOK_SECONDS = 5;

    @Inject
    PlatformDatabase platform;

    @Inject
    @Any
    Instance<Tick> ticks;

    @Resource
    ManagedScheduledExecutorService keeper;

    private final JsonbJsonMapper json = new JsonbJsonMapper();
    private volatile boolean ending;
    private volatile @Nullable BackgroundJobServer server;
    private @Nullable JobRequestScheduler scheduler;

    @Override
    public int order() {
        return 80;
    }

    @Override
    public void run() {
        var storage = new PostgresStorageProvider(platform.source(), "platform.");
        storage.setJobMapper(new JobMapper(json));
        scheduler = new JobRequestScheduler(storage);
        for (var tick : ticks) {
            scheduler.scheduleRecurrently(tick.name(), tick.every(), new TickRequest(tick.name()));
        }
        server = started(storage);
        keeper.scheduleWithFixedDelay(() -> keep(storage), LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    /** JobRunr gives up for good when the database does not answer; what the shops wait for must go on after it. */
    private void keep(StorageProvider storage) {
        var current = server;
        if (ending || current == null || current.isRunning()) {
            return;
        }
        LOG.warning("The job server has given up and is started again");
        try {
            server = started(storage);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, e, () -> "It cannot be started yet");
        }
    }

    private BackgroundJobServer started(StorageProvider storage) {
        var fresh = new BackgroundJobServer(
                storage,
                json,
                Jobs::bean,
                BackgroundJobServerConfiguration.usingStandardBackgroundJobServerConfiguration()
                        .andPollInterval(Duration.ofSeconds(5))
                        .andBackgroundJobServerWorkerPolicy(
                                new DefaultBackgroundJobServerWorkerPolicy(WORKERS, PlatformThreads))
                        .andInterruptJobsAwaitDurationOnStopBackgroundJobServer(Duration.ofSeconds(15))
                        .andDeleteSucceededJobsAfter(Duration.ofMinutes(10)));
        fresh.start();
        return fresh;
    }

    /** Runs the job of that name for that tenant in the background, at least once, now or after a restart. */
    public void enqueue(String tenant, String job, String argument) {
        if (scheduler == null) {
            throw new IllegalStateException("Jobs can be queued once the application has started");
        }
        scheduler.enqueue(new NamedRequest(tenant, job, argument));
    }

    void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object event) {
        ending = true;
        var last = server;
        if (last != null) {
            last.stop();
        }
    }

    private static <T> T bean(Class<T> type) {
        return CDI.current().select(type).get();
    }
}
