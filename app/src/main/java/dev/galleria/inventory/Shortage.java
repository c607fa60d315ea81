package dev.galleria.inventory;

import dev.galleria.catalog.OfferId;

/** An offer of which there is too little: so many are wanted by all lines together, so many (0 or more) could be had. */
public record Shortage(OfferId offer, int wanted, int available) {}
