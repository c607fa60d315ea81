/** Words as shoppers write them: plain forms, forgiven slips, the words of a marketplace. */
@NullMarked
package dev.galleria.search.words;

import org.jspecify.annotations.NullMarked;
