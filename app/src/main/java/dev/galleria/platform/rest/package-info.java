/** The manner of the REST API: strict JSON in, problem documents, tags and cursors out. */
@NullMarked
package dev.galleria.platform.rest;

import org.jspecify.annotations.NullMarked;
