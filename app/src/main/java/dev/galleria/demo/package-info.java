/** Loads the demo's marketplaces from files, through the same boundaries that everybody uses. */
@NullMarked
package dev.galleria.demo;

import org.jspecify.annotations.NullMarked;
