/** What is sold: categories, brands, products, variants, offers and their read models. */
@NullMarked
package dev.galleria.catalog;

import org.jspecify.annotations.NullMarked;
