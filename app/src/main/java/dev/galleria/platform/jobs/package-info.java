/** Background work by JobRunr: recurring ticks and single jobs, each for a named tenant. */
@NullMarked
package dev.galleria.platform.jobs;

import org.jspecify.annotations.NullMarked;
