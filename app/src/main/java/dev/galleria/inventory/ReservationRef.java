package dev.galleria.inventory;

import java.util.UUID;

/** Names one hold on stock, chosen by whoever asks for it; repeating it is repeating the same request. */
public record ReservationRef(UUID value) {}
