/** Buyers' money with the marketplace: store credit and gift cards, as ledgers. */
@NullMarked
package dev.galleria.payment.credit;

import org.jspecify.annotations.NullMarked;
