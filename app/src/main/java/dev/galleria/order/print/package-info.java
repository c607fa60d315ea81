/** Orders' papers as PDF files. */
@NullMarked
package dev.galleria.order.print;

import org.jspecify.annotations.NullMarked;
