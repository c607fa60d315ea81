/** What shoppers look for, see and follow: counted without naming anybody, summed up for the ranking. */
@NullMarked
package dev.galleria.search.signals;

import org.jspecify.annotations.NullMarked;
