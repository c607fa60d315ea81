/** Where a shop sends to, by which methods and for how much per seller's parcel. */
@NullMarked
package dev.galleria.shipping;

import org.jspecify.annotations.NullMarked;
