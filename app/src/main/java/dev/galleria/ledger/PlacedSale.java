package dev.galleria.ledger;

import dev.galleria.platform.Money;
import java.util.List;
import java.util.UUID;

/**
 * An order as the books see it. Paid + credit = the sum of the shares.
 *
 * @param onDelivery whether a courier is still to bring what is not paid by credit
 * @param paid by the gateway, or to be brought
 * @param credit paid by store credit and gift cards besides a gateway
 */
public record PlacedSale(UUID order, UUID payment, boolean onDelivery, Money paid, Money credit, List<Share> shares) {}
