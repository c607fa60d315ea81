package dev.galleria.inventory;

import dev.galleria.catalog.OfferId;

/** What lies in one warehouse of an offer, and how much of it is promised to buyers. */
public record StockLevel(OfferId offer, String warehouseCode, String warehouseName, int onHand, int reserved) {}
