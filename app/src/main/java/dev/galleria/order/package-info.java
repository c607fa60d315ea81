/** From cart to order: checkout, the order and its sellers' parts, shipping, delivery and cancellation. */
@NullMarked
package dev.galleria.order;

import org.jspecify.annotations.NullMarked;
