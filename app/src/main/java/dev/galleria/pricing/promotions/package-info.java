/** What the marketplace takes off prices for a time, by itself or for a coupon. */
@NullMarked
package dev.galleria.pricing.promotions;

import org.jspecify.annotations.NullMarked;
