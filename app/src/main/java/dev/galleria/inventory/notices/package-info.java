/** Who is told about stock: sellers when it runs low, shoppers when something is back. */
@NullMarked
package dev.galleria.inventory.notices;

import org.jspecify.annotations.NullMarked;
