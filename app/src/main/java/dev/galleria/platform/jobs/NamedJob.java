package dev.galleria.platform.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.jobrunr.jobs.annotations.Job;
import org.jobrunr.jobs.lambdas.JobRequestHandler;

/** Runs the body that a request names. */
@ApplicationScoped
public class NamedJob implements JobRequestHandler<NamedRequest> {
    @Inject
    @Any
    Instance<JobBody> bodies;

    @Override
    @Job(name = "%0", retries = 8)
    public void run(NamedRequest request) {
        bodies.stream()
                .filter(body -> body.name().equals(request.job()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no job " + request.job()))
                .run(request.tenant(), request.argument());
    }
}
