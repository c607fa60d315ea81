package dev.galleria.verification;

import dev.galleria.tenancy.TenantTick;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.logging.Logger;

/** Looks at every tenant once each night, and once after the node has started. Differences are logged and kept. */
@ApplicationScoped
class NightTick extends TenantTick {
    private static final Logger LOG = Logger.getLogger(NightTick.class.getName());
    private static final LocalTime NIGHT = LocalTime.of(2, 30);

    @Inject
    Verifications verifications;

    @Inject
    Clock clock;

    private Instant begun = Instant.EPOCH;

    @PostConstruct
    void begin() {
        begun = clock.instant();
    }

    @Override
    public String name() {
        return "verification.night";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    @Override
    protected void runForTenant() {
        var due = due(begun, clock.instant());
        var newest = verifications.newest();
        if (newest.isPresent() && !newest.get().startedAt().isBefore(due)) {
            return;
        }
        var checked = verifications.run();
        checked.findings()
                .forEach(difference -> LOG.severe(() -> "Facts do not agree: " + difference.code() + " "
                        + difference.what() + " (" + difference.says() + ")"));
    }

    /** Whoever has not been looked at since then is looked at: the start, or the last 2:30 UTC if that was later. */
    static Instant due(Instant begun, Instant now) {
        var tonight = now.atZone(ZoneOffset.UTC).with(NIGHT).toInstant();
        var night = tonight.isAfter(now) ? tonight.minus(Duration.ofDays(1)) : tonight;
        return night.isAfter(begun) ? night : begun;
    }
}
