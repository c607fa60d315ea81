package dev.galleria.payment;

import dev.galleria.platform.Problem;
import dev.galleria.platform.Scope;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;

/**
 * The gateways, each behind a circuit breaker per tenant: after five calls without an answer within 10 s it is not called
 * for 10 s, then tried once. A refusal is an answer.
 */
@ApplicationScoped
class Gateways {
    static final Duration REST = Duration.ofSeconds(10);

    @Inject
    @Any
    Instance<PaymentGateway> gateways;

    @Inject
    Scope scope;

    private final CircuitBreakerRegistry breakers = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
            .slidingWindowType(CircuitBreakerConfig.SlidingWindowType.TIME_BASED)
            .slidingWindowSize(10)
            .minimumNumberOfCalls(5)
            .failureRateThreshold(50)
            .slowCallDurationThreshold(Duration.ofSeconds(60))
            .waitDurationInOpenState(REST)
            .permittedNumberOfCallsInHalfOpenState(1)
            .maxWaitDurationInHalfOpenState(Duration.ofSeconds(15))
            .build());

    /** Those that have what they need for the current tenant, by name. */
    List<PaymentGateway> all() {
        return known().stream().filter(PaymentGateway::offered).toList();
    }

    /** Every one there is, by name. */
    List<PaymentGateway> known() {
        return StreamSupport.stream(gateways.spliterator(), false)
                .sorted(Comparator.comparing(PaymentGateway::name))
                .toList();
    }

    Optional<PaymentGateway> find(String name) {
        return StreamSupport.stream(gateways.spliterator(), false)
                .filter(gateway -> gateway.name().equals(name))
                .findFirst();
    }

    PaymentGateway get(String name) {
        return find(name).orElseThrow(() -> Problem.notFound("payment/unknown-gateway", name));
    }

    Outcome call(PaymentGateway gateway, Supplier<Outcome> call) {
        return guarded(gateway, call, outcome -> outcome instanceof Outcome.Unknown)
                .orElseGet(Outcome.NotCalled::new);
    }

    RefundOutcome refund(PaymentGateway gateway, RefundAttempt attempt) {
        return guarded(gateway, () -> gateway.refund(attempt), outcome -> outcome instanceof RefundOutcome.Unknown)
                .orElseGet(RefundOutcome.NotCalled::new);
    }

    Statement statement(PaymentGateway gateway, Instant from, Instant to) {
        return guarded(gateway, () -> gateway.statement(from, to), said -> said instanceof Statement.Unavailable)
                .orElseGet(() -> new Statement.Unavailable("not called, it has failed too often just now"));
    }

    private <T> Optional<T> guarded(PaymentGateway gateway, Supplier<T> call, Predicate<T> unanswered) {
        var breaker = breaker(gateway);
        if (!breaker.tryAcquirePermission()) {
            return Optional.empty();
        }
        long start = breaker.getCurrentTimestamp();
        try {
            var answer = call.get();
            long took = breaker.getCurrentTimestamp() - start;
            if (unanswered.test(answer)) {
                breaker.onError(took, breaker.getTimestampUnit(), new NoAnswer());
            } else {
                breaker.onSuccess(took, breaker.getTimestampUnit());
            }
            return Optional.of(answer);
        } catch (RuntimeException | Error e) {
            breaker.onError(0, TimeUnit.NANOSECONDS, e);
            throw e;
        }
    }

    private CircuitBreaker breaker(PaymentGateway gateway) {
        return breakers.circuitBreaker(gateway.name() + ' ' + scope.id());
    }

    /** What the breaker counts. */
    private static final class NoAnswer extends Exception {
        private static final long serialVersionUID = 1L;
    }
}
