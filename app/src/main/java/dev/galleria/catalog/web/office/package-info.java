/** The back office's pages for the catalog. */
@NullMarked
package dev.galleria.catalog.web.office;

import org.jspecify.annotations.NullMarked;
