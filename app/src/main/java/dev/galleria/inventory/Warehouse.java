package dev.galleria.inventory;

import dev.galleria.seller.SellerId;
import org.jspecify.annotations.Nullable;

/**
 * A place that goods are sent from.
 *
 * @param code its name in files and addresses, which never changes
 * @param seller whose it is; null for the marketplace's own, which is open to all sellers' goods
 * @param priority the lowest number is emptied first
 * @param active whether it sends anything
 */
public record Warehouse(
        String code,
        @Nullable SellerId seller,
        String name,
        String street,
        String postalCode,
        String city,
        String country,
        int priority,
        boolean active) {}
