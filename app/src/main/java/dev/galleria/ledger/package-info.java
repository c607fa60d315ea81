/** The books: double entry of every money fact, commission, and what each seller is owed. */
@NullMarked
package dev.galleria.ledger;

import org.jspecify.annotations.NullMarked;
