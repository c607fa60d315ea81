/**
 * A stateful stand-in for Stripe: the part of its API that Galleria uses, a hosted test payment page, signed webhooks,
 * programmable faults, and an append-only ledger that tests take as the independent truth about money.
 *
 * <p>The rules come from Stripe's public documentation: <a href="https://docs.stripe.com/api/idempotent_requests">
 * idempotent requests</a>, <a href="https://docs.stripe.com/api/checkout/sessions">Checkout Sessions</a>, <a
 * href="https://docs.stripe.com/payments/paymentintents/lifecycle">PaymentIntent life cycle</a>, <a
 * href="https://docs.stripe.com/api/refunds">refunds</a>, <a href="https://docs.stripe.com/api/errors">errors</a> and
 * <a href="https://docs.stripe.com/error-codes">error codes</a>, <a href="https://docs.stripe.com/api/pagination">
 * pagination</a>, <a href="https://docs.stripe.com/api/expanding_objects">expansion</a>, <a
 * href="https://docs.stripe.com/search">search</a>, <a href="https://docs.stripe.com/webhooks#verify-manually">webhook
 * signatures</a> and <a href="https://docs.stripe.com/testing">test cards</a>. What the double does not know it refuses
 * as an unknown parameter or URL, so that nothing seems to work here that has not been thought about.
 */
package dev.galleria.stripedouble;
