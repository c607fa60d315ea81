package dev.galleria.inventory;

import dev.galleria.catalog.OfferId;
import dev.galleria.inventory.SupplyTerms.Mode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** So many units of an order's line have still to come; promisedOn is what the buyer was told. */
public record Waiting(int lineNo, OfferId offer, int units, Mode mode, @Nullable LocalDate promisedOn) {}
