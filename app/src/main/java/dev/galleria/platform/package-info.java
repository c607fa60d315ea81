/** What every capability stands on and no business knows of: money, ids, problems, clock, outbox, jobs, cache. */
@NullMarked
package dev.galleria.platform;

import org.jspecify.annotations.NullMarked;
