/** Checkout and orders for programs. */
@NullMarked
package dev.galleria.order.rest;

import org.jspecify.annotations.NullMarked;
