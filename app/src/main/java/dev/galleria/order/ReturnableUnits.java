package dev.galleria.order;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Units of a line that can be sent back now.
 *
 * @param until the last moment to ask; null while none has arrived
 */
public record ReturnableUnits(PartId part, int lineNo, int units, @Nullable Instant until) {}
