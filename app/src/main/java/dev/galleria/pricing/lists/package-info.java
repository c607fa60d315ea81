/** Prices beside the general one: by price list, group of customers, quantity and currency. */
@NullMarked
package dev.galleria.pricing.lists;

import org.jspecify.annotations.NullMarked;
