package dev.galleria.order;

/** What has come back of one line of a return: so many units (0 if none), in which state, and whether they are sold again. */
public record Received(int lineNo, int quantity, Return.Condition condition, boolean restock) {}
