package dev.galleria.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.logging.Logger;

/** Compares what gateways say has moved with what is recorded here. No transaction is open while a gateway is asked. */
@ApplicationScoped
class Reconciliation {
    private static final Logger LOG = Logger.getLogger(Reconciliation.class.getName());
    private static final Duration DAILY = Duration.ofHours(24);
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(55);
    /** What was compared before is looked at again for so long: gateways report late. */
    private static final Duration OVERLAP = Duration.ofDays(2);

    private static final Duration FIRST = Duration.ofDays(7);
    /** Gateways answer for a month at most. */
    private static final Duration MOST = Duration.ofDays(30);

    @Inject
    Gateways gateways;

    @Inject
    ReconciliationBook book;

    @Inject
    Clock clock;

    /** Compares with every gateway whose turn it is: once a day, sooner if the last time has failed. */
    void compareDue() {
        var now = clock.instant();
        for (var gateway : gateways.all()) {
            var last = book.progress(gateway.name());
            boolean due = last.isEmpty()
                    || last.get()
                            .ranAt()
                            .plus(last.get().failure() == null ? DAILY : AFTER_FAILURE)
                            .isBefore(now);
            if (due) {
                compare(gateway, now);
            }
        }
    }

    /** Compares with that gateway now, back to two days before the last comparison. */
    void compare(PaymentGateway gateway, Instant now) {
        var last = book.progress(gateway.name()).map(ReconciliationBook.Progress::comparedTo);
        var from = last.map(to -> to.minus(OVERLAP)).orElse(now.minus(FIRST));
        compare(gateway, from.isBefore(now.minus(MOST)) ? now.minus(MOST) : from, now);
    }

    private void compare(PaymentGateway gateway, Instant from, Instant now) {
        var statement = gateways.statement(gateway, from, now);
        if (statement instanceof Statement.Listed listed) {
            var ours = book.ours(gateway.name(), from, listed.entries());
            var differences = Comparison.of(listed.entries(), ours, from, now, gateway.reportsWithin());
            book.record(gateway.name(), from, now, listed.entries(), differences);
            if (!differences.isEmpty()) {
                LOG.warning(() -> gateway.name() + " and our books differ in " + differences.size() + " places");
            }
        } else if (statement instanceof Statement.Unavailable unavailable) {
            LOG.warning(() -> gateway.name() + " could not be compared: " + unavailable.reason());
            book.failed(gateway.name(), now, unavailable.reason());
        }
    }
}
