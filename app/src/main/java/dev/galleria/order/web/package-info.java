/** Pages of checkout and orders. */
@NullMarked
package dev.galleria.order.web;

import org.jspecify.annotations.NullMarked;
