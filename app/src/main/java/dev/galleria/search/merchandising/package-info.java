/** What a marketplace's people add to the search: synonyms, rules for single products, and words that lead to a page. */
@NullMarked
package dev.galleria.search.merchandising;

import org.jspecify.annotations.NullMarked;
