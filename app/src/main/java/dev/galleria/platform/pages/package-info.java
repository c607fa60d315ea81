/** Pages that many visitors share: drawn once, kept for a moment, completed for each visitor. */
@NullMarked
package dev.galleria.platform.pages;

import org.jspecify.annotations.NullMarked;
