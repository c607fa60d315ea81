package dev.galleria.order.rest;

import dev.galleria.inventory.LineQuantity;
import dev.galleria.order.OrderDetails;
import dev.galleria.platform.rest.MoneyBody;
import dev.galleria.platform.rest.PublicId;
import dev.galleria.platform.rest.Refusal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An order as its buyer sees it.
 *
 * @param token names it for whoever has no account
 * @param cancelable whether all of it can still be canceled
 * @param timeline oldest first
 * @param explanation how the figures came about
 */
@Schema(name = "Order")
public record OrderBody(
        String number,
        String token,
        String state,
        Instant placedAt,
        String email,
        AddressBody address,
        String paymentMethod,
        boolean cancelable,
        Totals totals,
        List<Part> parts,
        List<Event> timeline,
        List<ReviewBody.Explained> explanation) {
    /** Total = subtotal − discount + shipping, plus tax where it is not included. */
    @Schema(name = "OrderTotals")
    public record Totals(
            MoneyBody subtotal,
            MoneyBody discount,
            MoneyBody shipping,
            MoneyBody tax,
            boolean taxIncluded,
            MoneyBody total) {
        private static Totals of(OrderDetails.Totals totals) {
            return new Totals(
                    MoneyBody.of(totals.subtotal()),
                    MoneyBody.of(totals.discount()),
                    MoneyBody.of(totals.shipping()),
                    MoneyBody.of(totals.tax()),
                    totals.taxIncluded(),
                    MoneyBody.of(totals.total()));
        }
    }

    /** What one seller sends. */
    @Schema(name = "OrderPart")
    public record Part(
            String id,
            String seller,
            String sellerName,
            String state,
            String shippingLabel,
            MoneyBody subtotal,
            MoneyBody shipping,
            MoneyBody tax,
            MoneyBody total,
            List<Line> lines,
            List<Shipment> shipments) {
        static Part of(OrderDetails.Part part) {
            return new Part(
                    PublicId.of(part.id()),
                    PublicId.of(part.seller()),
                    part.sellerName(),
                    part.state().name(),
                    part.shippingLabel(),
                    MoneyBody.of(part.subtotal()),
                    MoneyBody.of(part.shipping()),
                    MoneyBody.of(part.tax()),
                    MoneyBody.of(part.total()),
                    part.lines().stream().map(Line::of).toList(),
                    part.shipments().stream().map(Shipment::of).toList());
        }
    }

    /**
     * One line as it was bought; the total is what was paid for it, tax included. Of its quantity so many units have been
     * shipped, canceled and, of those shipped, returned.
     */
    @Schema(name = "OrderLine")
    public record Line(
            int lineNo,
            String product,
            String offer,
            String sku,
            String title,
            String choices,
            int quantity,
            MoneyBody unitPrice,
            MoneyBody tax,
            MoneyBody total,
            int shipped,
            int canceled,
            int returned) {
        private static Line of(OrderDetails.Line line) {
            return new Line(
                    line.lineNo(),
                    PublicId.of(line.product()),
                    PublicId.of(line.offer()),
                    line.sku(),
                    line.title(),
                    line.choices(),
                    line.quantity(),
                    MoneyBody.of(line.unitPrice()),
                    MoneyBody.of(line.tax()),
                    MoneyBody.of(line.total()),
                    line.shipped(),
                    line.canceled(),
                    line.returned());
        }
    }

    /** So many units of a line. */
    @Schema(name = "LineUnits")
    public record Units(int lineNo, int quantity) {
        /** Fewer than one unit is a {@link Refusal} (422). */
        static List<LineQuantity> all(List<Units> units) {
            if (units.stream().anyMatch(one -> one.quantity() < 1)) {
                throw new Refusal(422, "order/units", "Units are 1 or more.");
            }
            return units.stream()
                    .map(one -> new LineQuantity(one.lineNo(), one.quantity()))
                    .toList();
        }
    }

    /** A parcel that has left, with its units. */
    @Schema(name = "Shipment")
    public record Shipment(
            String id,
            boolean replacement,
            List<Units> units,
            String carrier,
            String trackingNumber,
            @Nullable String trackingUrl,
            Instant shippedAt,
            @Nullable Instant deliveredAt) {
        private static Shipment of(OrderDetails.Shipment shipment) {
            return new Shipment(
                    PublicId.of(shipment.id()),
                    shipment.replacement(),
                    shipment.units().stream()
                            .map(one -> new Units(one.lineNo(), one.quantity()))
                            .toList(),
                    shipment.carrier(),
                    shipment.trackingNumber(),
                    shipment.trackingUrl(),
                    shipment.shippedAt(),
                    shipment.deliveredAt());
        }
    }

    /** What has happened, and to which seller's part if not to all. */
    @Schema(name = "OrderEvent")
    public record Event(Instant at, String kind, @Nullable String seller, Map<String, String> detail) {
        static Event of(OrderDetails.Event event) {
            var seller = event.seller();
            var detail = new HashMap<>(event.detail());
            // Of the form that was sent, not of what has happened.
            detail.remove("token");
            return new Event(event.at(), event.kind().name(), seller == null ? null : PublicId.of(seller), detail);
        }
    }

    static OrderBody of(OrderDetails order) {
        return new OrderBody(
                plain(order.number()),
                order.token(),
                order.state().name(),
                order.placedAt(),
                order.email(),
                AddressBody.of(order.address()),
                order.paymentMethod(),
                order.cancelable(),
                Totals.of(order.totals()),
                order.parts().stream().map(Part::of).toList(),
                order.timeline().stream().map(Event::of).toList(),
                ReviewBody.Explained.all(order.explanation()));
    }

    /** The number without its sign, as it stands in addresses. */
    static String plain(String number) {
        return number.startsWith("#") ? number.substring(1) : number;
    }
}
