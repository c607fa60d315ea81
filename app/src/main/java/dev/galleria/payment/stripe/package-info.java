/** Stripe: Checkout Sessions on its hosted page, refunds, signed events. */
@NullMarked
package dev.galleria.payment.stripe;

import org.jspecify.annotations.NullMarked;
