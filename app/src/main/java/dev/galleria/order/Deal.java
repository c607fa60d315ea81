package dev.galleria.order;

import dev.galleria.account.Address;
import dev.galleria.catalog.OfferId;
import dev.galleria.catalog.ProductId;
import dev.galleria.catalog.VariantId;
import dev.galleria.platform.Secrets;
import dev.galleria.pricing.Quote;
import dev.galleria.seller.SellerId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What buyer and shop agree on: who gets what, from whom, how it is sent and what it costs. Kept as it was shown.
 *
 * @param items numbered like the lines of the quote
 */
public record Deal(String email, Address address, List<Item> items, List<Parcel> parcels, Quote quote) {
    /** One line's goods, described as they were when bought. */
    public record Item(
            int lineNo,
            OfferId offer,
            ProductId product,
            VariantId variant,
            SellerId seller,
            String slug,
            String sku,
            String title,
            String choices,
            @Nullable String imageKey,
            int quantity) {}

    /** How one seller's goods are sent. */
    public record Parcel(
            SellerId seller, String sellerName, String method, String methodLabel, int minDays, int maxDays) {}

    /** Pieces by offer. */
    public Map<OfferId, Integer> quantities() {
        return items.stream().collect(Collectors.toMap(Item::offer, Item::quantity, Integer::sum));
    }

    /** The same for the same goods, places and figures: a page that shows it proves what the buyer has seen. */
    public String seal() {
        var facts = new StringBuilder(email).append('\n').append(address).append('\n');
        for (var item : items) {
            facts.append(item.offer()).append(' ').append(item.quantity()).append('\n');
        }
        for (var parcel : parcels) {
            facts.append(parcel.seller()).append(' ').append(parcel.method()).append('\n');
        }
        facts.append(quote.lines()).append(quote.parcels()).append(quote.total());
        return Secrets.derive("deal", facts.toString());
    }
}
