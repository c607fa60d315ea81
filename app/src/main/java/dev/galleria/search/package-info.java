/** Finding products: the index over the catalog's read model, queries, facets. The index may be lost; the shop stays. */
@NullMarked
package dev.galleria.search;

import org.jspecify.annotations.NullMarked;
