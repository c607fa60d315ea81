/** The write side of the catalog: how products, their variants and offers come to be, change and end. */
@NullMarked
package dev.galleria.catalog.editing;

import org.jspecify.annotations.NullMarked;
