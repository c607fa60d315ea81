package dev.galleria.order;

import java.util.List;

/** One page of a list and how many there are on all pages. */
public record Found<T>(List<T> items, int total) {}
