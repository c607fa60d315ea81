/** What a shopper means to buy: shared by all nodes in memory, copied to the database, merged when a visitor signs in. */
@NullMarked
package dev.galleria.cart;

import org.jspecify.annotations.NullMarked;
