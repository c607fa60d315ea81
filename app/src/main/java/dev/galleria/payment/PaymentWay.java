package dev.galleria.payment;

import java.util.Set;

/**
 * A way to pay as the marketplace has set it.
 *
 * @param ready whether keys are there, so that it could be offered
 * @param on whether shoppers are offered it
 * @param countries where; none stands for everywhere
 * @param keyed whether it needs keys at all
 * @param keyId the public half of the tenant's own keys; empty if it has none, or needs none
 * @param ownKeys whether the tenant has entered keys of its own
 */
public record PaymentWay(
        String gateway,
        boolean ready,
        boolean on,
        Set<String> countries,
        boolean keyed,
        String keyId,
        boolean ownKeys) {}
