package dev.galleria.catalog;

/** One step of the way from the top of the tree to where the reader is. */
public record Crumb(String slug, String title) {}
