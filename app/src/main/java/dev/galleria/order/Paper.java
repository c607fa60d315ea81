package dev.galleria.order;

import dev.galleria.platform.Money;
import dev.galleria.seller.SellerId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An invoice or a credit note as it was issued; it never changes. */
public record Paper(UUID id, Kind kind, SellerId seller, String number, Instant issuedAt, Content content) {
    /** What it is. */
    public enum Kind {
        INVOICE("INV-"),
        CREDIT_NOTE("CN-");

        private final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }

        String label(long number) {
            return prefix + number;
        }

        /** The series of its numbers. */
        String series() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * What it says. The seller is the supplier, the marketplace writes for it.
     *
     * @param refersTo the invoice that a credit note is about
     * @param tax contained in the total
     */
    public record Content(
            String order,
            Instant placedAt,
            String locale,
            String marketplace,
            List<String> supplier,
            List<String> buyer,
            boolean taxIncluded,
            @Nullable String refersTo,
            List<Row> rows,
            Money tax,
            Money total) {
        /** The same total by tax rate, the highest rate first. */
        public List<Taxed> taxes() {
            var rates = new TreeMap<Integer, Taxed>(Comparator.reverseOrder());
            for (var row : rows) {
                var taxed = new Taxed(row.taxRatePpm(), row.amount().minus(row.tax()), row.tax(), row.amount());
                rates.merge(row.taxRatePpm(), taxed, Taxed::plus);
            }
            return List.copyOf(rates.values());
        }
    }

    /** What is taxed at one rate; net and tax make the amount. */
    public record Taxed(int ratePpm, Money net, Money tax, Money amount) {
        private Taxed plus(Taxed other) {
            return new Taxed(ratePpm, net.plus(other.net), tax.plus(other.tax), amount.plus(other.amount));
        }
    }

    /**
     * Goods, or what is given back of them; shipping has no SKU. Quantity 0 is an amount without units.
     *
     * @param taxRatePpm 0 with a tax: of several rates, or not known
     */
    public record Row(
            String title, String choices, String sku, int quantity, int taxRatePpm, Money tax, Money amount) {}
}
