/** What integration tests stand on: one database, one Stripe double and one server for the whole run. */
@NullMarked
package dev.galleria.harness;

import org.jspecify.annotations.NullMarked;
