/** What the checks have found, in the console. */
@NullMarked
package dev.galleria.verification.web;

import org.jspecify.annotations.NullMarked;
