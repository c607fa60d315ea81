package dev.galleria.catalog.editing;

/** A brand and how many products, shown or not, bear its name. */
public record UsedBrand(BrandDraft content, int products) {}
