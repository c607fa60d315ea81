package dev.galleria.platform.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.jobrunr.jobs.lambdas.JobRequestHandler;

/** Runs the tick that a request names. */
@ApplicationScoped
public class TickJob implements JobRequestHandler<TickRequest> {
    @Inject
    @Any
    Instance<Tick> ticks;

    @Override
    public void run(TickRequest request) {
        ticks.stream()
                .filter(tick -> tick.name().equals(request.tick()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no tick " + request.tick()))
                .run();
    }
}
