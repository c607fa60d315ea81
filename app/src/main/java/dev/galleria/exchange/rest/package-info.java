/** Imports and exports over HTTP. */
@NullMarked
package dev.galleria.exchange.rest;

import org.jspecify.annotations.NullMarked;
