package dev.galleria.order.rest;

import dev.galleria.order.Deal;
import dev.galleria.platform.rest.MoneyBody;
import dev.galleria.platform.rest.PublicId;
import dev.galleria.pricing.QuotedLine;
import dev.galleria.pricing.Step;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What would be paid now: total = subtotal − discount + shipping, plus tax where it is not included.
 *
 * @param seal proves to POST pay what has been seen; it is another one for any other figure, place or goods
 * @param explanation how the figures came about
 */
@Schema(name = "Review")
public record ReviewBody(
        String seal,
        MoneyBody subtotal,
        MoneyBody discount,
        MoneyBody shipping,
        MoneyBody tax,
        boolean taxIncluded,
        MoneyBody total,
        List<Line> lines,
        List<Parcel> parcels,
        List<Explained> explanation) {
    /** A line with its price; the total is what is paid for it, tax included. */
    @Schema(name = "ReviewLine")
    public record Line(
            String offer,
            String sku,
            String title,
            String choices,
            int quantity,
            MoneyBody unitPrice,
            MoneyBody subtotal,
            MoneyBody discount,
            MoneyBody tax,
            MoneyBody total) {
        private static Line of(Deal.Item item, QuotedLine line) {
            return new Line(
                    PublicId.of(item.offer()),
                    item.sku(),
                    item.title(),
                    item.choices(),
                    line.quantity(),
                    MoneyBody.of(line.unitPrice()),
                    MoneyBody.of(line.subtotal()),
                    MoneyBody.of(line.discount()),
                    MoneyBody.of(line.tax()),
                    MoneyBody.of(line.total()));
        }
    }

    /** How one seller's goods are sent. */
    @Schema(name = "ReviewParcel")
    public record Parcel(
            String seller,
            String sellerName,
            String method,
            String methodLabel,
            int minDays,
            int maxDays,
            MoneyBody shipping,
            MoneyBody total) {
        private static Parcel of(Deal deal, Deal.Parcel parcel) {
            var quoted = deal.quote().parcel(parcel.seller());
            return new Parcel(
                    PublicId.of(parcel.seller()),
                    parcel.sellerName(),
                    parcel.method(),
                    parcel.methodLabel(),
                    parcel.minDays(),
                    parcel.maxDays(),
                    MoneyBody.of(quoted.shipping()),
                    MoneyBody.of(quoted.total()));
        }
    }

    /** One step of the calculation: of × factor gives; the factor is pieces for LINE, parts per million for taxes. */
    @Schema(name = "ExplainedStep")
    public record Explained(String kind, String subject, long factor, MoneyBody of, MoneyBody gives) {
        static List<Explained> all(List<Step> steps) {
            return steps.stream()
                    .map(step -> new Explained(
                            step.kind().name(),
                            step.subject(),
                            step.factor(),
                            MoneyBody.of(step.of()),
                            MoneyBody.of(step.gives())))
                    .toList();
        }
    }

    static ReviewBody of(Deal deal, String seal) {
        var quote = deal.quote();
        return new ReviewBody(
                seal,
                MoneyBody.of(quote.subtotal()),
                MoneyBody.of(quote.discount()),
                MoneyBody.of(quote.shipping()),
                MoneyBody.of(quote.tax()),
                quote.taxIncluded(),
                MoneyBody.of(quote.total()),
                quote.lines().stream()
                        .map(line -> Line.of(deal.items().get(line.lineNo() - 1), line))
                        .toList(),
                deal.parcels().stream().map(parcel -> Parcel.of(deal, parcel)).toList(),
                Explained.all(quote.explanation()));
    }
}
