package dev.galleria.platform.web;

import dev.galleria.platform.Boot;
import dev.galleria.platform.PlatformDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/** {@code /health/started}, {@code /health/live} (no dependencies), {@code /health/ready} (started, database answers). */
@ApplicationScoped
class HealthChecks {
    @Inject
    Boot boot;

    @Inject
    PlatformDatabase database;

    @Produces
    @Startup
    HealthCheck started() {
        return () -> answer("started", boot.state() == Boot.State.READY);
    }

    @Produces
    @Liveness
    HealthCheck live() {
        return () -> answer("live", boot.state() != Boot.State.FAILED);
    }

    @Produces
    @Readiness
    HealthCheck ready() {
        return () -> answer("ready", boot.state() == Boot.State.READY && database.answers());
    }

    private static HealthCheckResponse answer(String name, boolean up) {
        return HealthCheckResponse.named(name).status(up).build();
    }
}
