package dev.galleria.payment.credit;

import dev.galleria.platform.Money;
import java.util.UUID;

/**
 * What one credit pays of a checkout.
 *
 * @param label the end of a card's code; empty for store credit
 */
public record CreditShare(UUID credit, CreditKind kind, String label, Money amount) {}
