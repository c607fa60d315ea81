package dev.galleria.platform.jobs;

import org.jobrunr.jobs.lambdas.JobRequest;

/** A queued piece of work, as stored by JobRunr. */
public record NamedRequest(String tenant, String job, String argument) implements JobRequest {
    @Override
    public Class<NamedJob> getJobRequestHandler() {
        return NamedJob.class;
    }
}
