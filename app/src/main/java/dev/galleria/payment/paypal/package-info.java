/** PayPal: Orders v2 approved on its page and captured from here, refunds, signed events, Transaction Search. */
@NullMarked
package dev.galleria.payment.paypal;

import org.jspecify.annotations.NullMarked;
