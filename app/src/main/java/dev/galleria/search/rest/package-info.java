/** Synonyms, rules, redirects and weights of the search over HTTP, for the marketplace's own people. */
@NullMarked
package dev.galleria.search.rest;

import org.jspecify.annotations.NullMarked;
