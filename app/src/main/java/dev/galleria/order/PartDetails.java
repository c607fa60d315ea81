package dev.galleria.order;

import dev.galleria.account.Address;
import java.time.Instant;
import java.util.List;

/**
 * What a seller may see of an order: its own lines and figures and where they go. Nothing of other sellers' parts, of the
 * payment or of the buyer besides the label.
 *
 * @param timeline of this part, oldest first
 */
public record PartDetails(
        OrderDetails.Part part,
        String number,
        Instant placedAt,
        Address address,
        String paymentMethod,
        List<OrderDetails.Event> timeline) {}
