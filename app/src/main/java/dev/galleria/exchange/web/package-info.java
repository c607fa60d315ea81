/** The back office's pages of imports and exports. */
@NullMarked
package dev.galleria.exchange.web;

import org.jspecify.annotations.NullMarked;
