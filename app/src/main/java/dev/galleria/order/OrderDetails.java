package dev.galleria.order;

import dev.galleria.account.AccountId;
import dev.galleria.account.Address;
import dev.galleria.catalog.OfferId;
import dev.galleria.catalog.ProductId;
import dev.galleria.inventory.LineQuantity;
import dev.galleria.payment.PaymentId;
import dev.galleria.platform.Money;
import dev.galleria.pricing.Step;
import dev.galleria.seller.SellerId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An order as its shopper and the shop's staff may see it.
 *
 * @param paymentMethod the gateway, {@code stripe} or {@code cod}; for orders brought from elsewhere what was used there
 * @param payment null for orders brought from elsewhere
 * @param timeline oldest first
 * @param explanation how the figures came about
 */
public record OrderDetails(
        OrderId id,
        String number,
        String token,
        OrderState state,
        Instant placedAt,
        @Nullable AccountId account,
        String email,
        Locale locale,
        Address address,
        String paymentMethod,
        @Nullable PaymentId payment,
        Totals totals,
        List<Part> parts,
        List<Event> timeline,
        List<Step> explanation) {

    /** Total = subtotal − discount + shipping, plus tax where it is not included. */
    public record Totals(Money subtotal, Money discount, Money shipping, Money tax, boolean taxIncluded, Money total) {}

    /** What an amount in another currency is worth in the marketplace's own, at the rate at which it was ordered. */
    public record Worth(Money amount, BigDecimal rate) {}

    /**
     * What one seller sends.
     *
     * @param shippingTaxRatePpm null for orders from before it was kept
     * @param worth null where it was ordered in the marketplace's own currency
     */
    public record Part(
            PartId id,
            int partNo,
            SellerId seller,
            String sellerName,
            OrderState state,
            String shippingLabel,
            Money subtotal,
            Money discount,
            Money shipping,
            @Nullable Integer shippingTaxRatePpm,
            Money tax,
            Money total,
            @Nullable Worth worth,
            List<Line> lines,
            List<Shipment> shipments) {
        /** Units that are neither sent nor canceled. */
        public int open() {
            return lines.stream().mapToInt(Line::open).sum();
        }

        /** The first parcel that has left. */
        public @Nullable Shipment shipment() {
            return shipments.isEmpty() ? null : shipments.get(0);
        }
    }

    /** One line as it was bought. */
    public record Line(
            int lineNo,
            ProductId product,
            OfferId offer,
            String slug,
            String sku,
            String title,
            String choices,
            @Nullable String imageKey,
            int quantity,
            Money unitPrice,
            Money discount,
            Money tax,
            int taxRatePpm,
            Money total,
            int shipped,
            int canceled,
            int returned) {
        /** Units that are neither sent nor canceled. */
        public int open() {
            return quantity - shipped - canceled;
        }

        /** Units that the buyer has been sent and has not sent back. */
        public int kept() {
            return shipped - returned;
        }
    }

    /** A parcel that has left, with its units by line; the replacement of a return holds no units of the order itself. */
    public record Shipment(
            ShipmentId id,
            int parcelNo,
            boolean replacement,
            List<LineQuantity> units,
            String carrier,
            String trackingNumber,
            @Nullable String trackingUrl,
            Instant shippedAt,
            @Nullable Instant deliveredAt) {}

    /** What has happened, and to which seller's part if not to all. */
    public record Event(Instant at, Kind kind, @Nullable SellerId seller, String actor, Map<String, String> detail) {}

    /** What can happen to an order. */
    public enum Kind {
        PLACED,
        SHIPPED,
        DELIVERED,
        CANCELED,
        /** Money goes back; the detail's {@code amount} says how much. */
        REFUNDED,
        /** The gateway has refused to send money back; staff can have it tried again. */
        REFUND_FAILED,
        /** Units were canceled before they were sent; the detail's {@code units} says how many. */
        LINES_CANCELED,
        RETURN_REQUESTED,
        RETURN_APPROVED,
        RETURN_DECLINED,
        RETURN_WITHDRAWN,
        RETURN_RECEIVED,
        RETURN_CLOSED,
        REPLACEMENT_PROMISED,
        REPLACEMENT_SENT
    }

    /** Whether the whole order can still be canceled: nothing has been sent. */
    public boolean cancelable() {
        return parts.stream()
                .allMatch(part -> part.state().mayBecome(OrderState.CANCELED)
                        && part.shipments().isEmpty());
    }

    /** All lines in their order. */
    public List<Line> lines() {
        return parts.stream().flatMap(part -> part.lines().stream()).toList();
    }
}
