/** Products gathered under a title: picked by hand, or by a rule that keeps gathering. */
@NullMarked
package dev.galleria.catalog.collections;

import org.jspecify.annotations.NullMarked;
