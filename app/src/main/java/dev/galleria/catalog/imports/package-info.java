/** Takes a whole catalog in, in thousands of rows: a marketplace's start, a seller's file, the demo. */
@NullMarked
package dev.galleria.catalog.imports;

import org.jspecify.annotations.NullMarked;
