/** Stock as pages tell of it. */
@NullMarked
package dev.galleria.inventory.web;

import org.jspecify.annotations.NullMarked;
