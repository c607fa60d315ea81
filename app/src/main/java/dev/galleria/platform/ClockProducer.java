package dev.galleria.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** The application's only source of time; what decides about stock and money asks the database's clock instead. */
@ApplicationScoped
class ClockProducer {
    @Produces
    Clock clock() {
        return Clock.systemUTC();
    }
}
