/** Composes product pictures from a few words, for marketplaces that have no photographs yet. */
@NullMarked
package dev.galleria.catalog.studio;

import org.jspecify.annotations.NullMarked;
