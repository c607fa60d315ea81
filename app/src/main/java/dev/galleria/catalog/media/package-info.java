/** Pictures: taken in, cleaned, kept, cut to the sizes that pages show, and put in order on products. */
@NullMarked
package dev.galleria.catalog.media;

import org.jspecify.annotations.NullMarked;
