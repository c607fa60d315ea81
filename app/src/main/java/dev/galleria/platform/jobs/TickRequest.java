package dev.galleria.platform.jobs;

import org.jobrunr.jobs.lambdas.JobRequest;

/** One run of a tick, as stored by JobRunr. */
public record TickRequest(String tick) implements JobRequest {
    @Override
    public Class<TickJob> getJobRequestHandler() {
        return TickJob.class;
    }
}
