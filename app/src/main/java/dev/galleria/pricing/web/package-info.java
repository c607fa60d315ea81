/** Prices on pages: what a customer pays and why, and the back office's price lists. */
@NullMarked
package dev.galleria.pricing.web;

import org.jspecify.annotations.NullMarked;
