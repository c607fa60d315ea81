/** Warehouses, the stock ledger and reservations: what can be sold, and to whom it is promised. */
@NullMarked
package dev.galleria.inventory;

import org.jspecify.annotations.NullMarked;
