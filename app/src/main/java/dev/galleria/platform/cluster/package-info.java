/** What nodes share in memory (Hazelcast): caches, carts, counters, invalidation. It speeds up; it never decides. */
@NullMarked
package dev.galleria.platform.cluster;

import org.jspecify.annotations.NullMarked;
