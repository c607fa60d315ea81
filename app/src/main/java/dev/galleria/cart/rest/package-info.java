/** The cart for programs. */
@NullMarked
package dev.galleria.cart.rest;

import org.jspecify.annotations.NullMarked;
