package dev.galleria.order;

import dev.galleria.account.Address;
import dev.galleria.catalog.OfferId;
import dev.galleria.catalog.ProductId;
import dev.galleria.catalog.VariantId;
import dev.galleria.ledger.Books;
import dev.galleria.ledger.Share;
import dev.galleria.payment.credit.CreditShare;
import dev.galleria.platform.Exchange;
import dev.galleria.platform.Money;
import dev.galleria.platform.Secrets;
import dev.galleria.pricing.Quote;
import dev.galleria.pricing.QuotedParcel;
import dev.galleria.seller.SellerId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What buyer and shop agree on: who gets what, from whom, how it is sent and what it costs. Kept as it was shown.
 *
 * @param items numbered like the lines of the quote
 * @param credit what store credit and gift cards pay of it
 * @param exchange from the marketplace's own currency to the one it is paid in; null where that is its own
 */
public record Deal(
        String email,
        Address address,
        List<Item> items,
        List<Parcel> parcels,
        Quote quote,
        @Nullable Exchange exchange,
        List<CreditShare> credit) {

    /** Deals of earlier days know no credit. Written out for the reason told at the quote. */
    public Deal(
            String email,
            Address address,
            List<Item> items,
            List<Parcel> parcels,
            Quote quote,
            @Nullable Exchange exchange,
            List<CreditShare> credit) {
        this.email = email;
        this.address = address;
        this.items = items;
        this.parcels = parcels;
        this.quote = quote;
        this.exchange = exchange;
        this.credit = credit == null ? List.of() : credit;
    }

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

    /** What store credit and gift cards pay. */
    public Money paidByCredit() {
        return credit.stream()
                .map(CreditShare::amount)
                .reduce(Money.zero(quote.total().currency()), Money::plus);
    }

    /** What is left for a gateway to take. */
    public Money due() {
        return quote.total().minus(paidByCredit());
    }

    /** What that gateway is asked for: what is due, or all of it where credit pays all. */
    Money charged(String gateway) {
        return gateway.equals(Books.CREDIT) ? quote.total() : due();
    }

    /** Whether that gateway fits: where nothing is due credit pays all, and only there. */
    public boolean isPayableBy(String gateway) {
        return gateway.equals(Books.CREDIT) == due().isZero();
    }

    /** The sellers' parts as the books divide them. */
    List<Share> shares() {
        return quote.parcels().stream()
                .map(parcel -> Share.of(
                        parcel.seller(),
                        parcel.total(),
                        parcel.shipping(),
                        parcel.shippingTax(),
                        parcel.tax(),
                        quote.taxIncluded()))
                .toList();
    }

    /** What an amount of this deal is worth in the marketplace's own currency. */
    Money worth(Money amount) {
        return exchange == null ? amount : exchange.worth(amount);
    }

    /** The same for each parcel's total, by seller; their sum is the worth of the whole. */
    Map<SellerId, Money> worthOfParts() {
        var totals = quote.parcels().stream().map(QuotedParcel::total).toList();
        var weights = totals.stream().mapToLong(Money::minorUnits).toArray();
        var whole = worth(quote.total());
        var shares = quote.total().isZero() ? totals.stream().map(this::worth).toList() : whole.allocate(weights);
        var worth = new HashMap<SellerId, Money>();
        for (int i = 0; i < shares.size(); i++) {
            worth.put(quote.parcels().get(i).seller(), shares.get(i));
        }
        return worth;
    }

    /** The coupon that takes something off it. */
    Optional<UUID> coupon() {
        return quote.deductions().stream()
                .flatMap(one -> Stream.ofNullable(one.coupon()))
                .findFirst();
    }

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
        facts.append(quote.lines())
                .append(quote.parcels())
                .append(quote.total())
                .append(credit);
        return Secrets.derive("deal", facts.toString());
    }
}
