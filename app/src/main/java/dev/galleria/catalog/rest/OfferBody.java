package dev.galleria.catalog.rest;

import dev.galleria.catalog.editing.EditedOffer;
import dev.galleria.catalog.editing.OfferTerms;
import dev.galleria.platform.Money;
import dev.galleria.platform.rest.MoneyBody;
import dev.galleria.platform.rest.PublicId;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An offer as its editor reads it. */
@Schema(name = "OfferBody")
public record OfferBody(
        String id,
        String variant,
        String product,
        String seller,
        MoneyBody price,
        @Nullable MoneyBody listPrice,
        @Nullable SaleBody sale,
        int handlingDays,
        boolean active,
        String changedAt) {

    /** A lower price for a while. */
    public record SaleBody(MoneyBody price, String from, String until) {
        static @Nullable SaleBody of(OfferTerms.@Nullable Sale sale) {
            return sale == null
                    ? null
                    : new SaleBody(
                            MoneyBody.of(sale.price()),
                            sale.from().toString(),
                            sale.until().toString());
        }
    }

    static OfferBody of(EditedOffer offer) {
        var terms = offer.terms();
        return new OfferBody(
                PublicId.of(offer.id()),
                PublicId.of(offer.variant()),
                PublicId.of(offer.product()),
                PublicId.of(offer.seller()),
                MoneyBody.of(terms.price()),
                MoneyBody.orNull(terms.listPrice()),
                SaleBody.of(terms.sale()),
                terms.handlingDays(),
                terms.active(),
                offer.changedAt().toString());
    }

    /** Ships within a working day and can be bought, unless said otherwise. */
    static OfferTerms terms(
            Money price,
            @Nullable Money listPrice,
            ProductInput.@Nullable Sale sale,
            @Nullable Integer handlingDays,
            @Nullable Boolean active) {
        return new OfferTerms(
                price,
                listPrice,
                sale == null ? null : new OfferTerms.Sale(sale.price(), sale.from(), sale.until()),
                Objects.requireNonNullElse(handlingDays, 1),
                Objects.requireNonNullElse(active, true));
    }
}
