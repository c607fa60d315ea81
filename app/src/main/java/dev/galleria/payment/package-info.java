/** Payments at gateways: begun once per checkout, settled by asking the gateway, refunded once per purpose. */
@NullMarked
package dev.galleria.payment;

import org.jspecify.annotations.NullMarked;
