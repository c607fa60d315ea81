/** The cart's pages and its place in the header. */
@NullMarked
package dev.galleria.cart.web;

import org.jspecify.annotations.NullMarked;
