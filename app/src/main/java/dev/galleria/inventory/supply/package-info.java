/** How goods come to the shelves: transfers, purchase orders, what to order again. */
@NullMarked
package dev.galleria.inventory.supply;

import org.jspecify.annotations.NullMarked;
