/** What something costs and why: line totals, tax and shipping in exact minor units, with every step explained. */
@NullMarked
package dev.galleria.pricing;

import org.jspecify.annotations.NullMarked;
