/** The books in the back office: for the marketplace's people all of them, for a seller its own balance. */
@NullMarked
package dev.galleria.ledger.web;

import org.jspecify.annotations.NullMarked;
