package dev.galleria.verify;

/** One difference: which fact does not hold, for what. */
public record Finding(String code, String says, String what) {}
