/** Delivery as pages tell of it. */
@NullMarked
package dev.galleria.shipping.web;

import org.jspecify.annotations.NullMarked;
