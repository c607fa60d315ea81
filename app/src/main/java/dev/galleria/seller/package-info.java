/** Who sells in a marketplace: their names, standing and ratings. */
@NullMarked
package dev.galleria.seller;

import org.jspecify.annotations.NullMarked;
