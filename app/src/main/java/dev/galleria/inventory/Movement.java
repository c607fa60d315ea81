package dev.galleria.inventory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One entry of the stock ledger: positive units came, negative ones went. */
public record Movement(
        String kind,
        String warehouseCode,
        int quantity,
        String refId,
        String actor,
        @Nullable String reason,
        Instant at) {}
