package dev.galleria.payment.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.param.PaymentIntentListParams;
import com.stripe.param.RefundListParams;
import dev.galleria.payment.Statement;
import dev.galleria.payment.Statement.Entry;
import dev.galleria.payment.Statement.Kind;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What Stripe's lists of PaymentIntents and Refunds say has moved. */
final class StripeStatement {
    private static final long PAGE = 100;

    private StripeStatement() {}

    static Statement of(StripeClient client, Instant from, Instant to) throws StripeException {
        var entries = new ArrayList<Entry>();
        captures(client, from, to, entries);
        refunds(client, from, to, entries);
        return new Statement.Listed(List.copyOf(entries));
    }

    private static void captures(StripeClient client, Instant from, Instant to, List<Entry> entries)
            throws StripeException {
        var created = PaymentIntentListParams.Created.builder()
                .setGte(from.getEpochSecond())
                .setLte(to.getEpochSecond())
                .build();
        var pages = client.v1()
                .paymentIntents()
                .list(PaymentIntentListParams.builder()
                        .setLimit(PAGE)
                        .setCreated(created)
                        .build());
        for (var intent : pages.autoPagingIterable()) {
            if ("succeeded".equals(intent.getStatus()) && intent.getAmountReceived() > 0) {
                entries.add(new Entry(
                        Kind.CAPTURE,
                        intent.getId(),
                        money(intent.getAmountReceived(), intent.getCurrency()),
                        Instant.ofEpochSecond(intent.getCreated()),
                        subject(intent.getMetadata(), "payment")));
            }
        }
    }

    private static void refunds(StripeClient client, Instant from, Instant to, List<Entry> entries)
            throws StripeException {
        var created = RefundListParams.Created.builder()
                .setGte(from.getEpochSecond())
                .setLte(to.getEpochSecond())
                .build();
        var pages = client.v1()
                .refunds()
                .list(RefundListParams.builder()
                        .setLimit(PAGE)
                        .setCreated(created)
                        .build());
        for (var refund : pages.autoPagingIterable()) {
            if ("succeeded".equals(refund.getStatus())) {
                entries.add(new Entry(
                        Kind.REFUND,
                        refund.getId(),
                        money(refund.getAmount(), refund.getCurrency()),
                        Instant.ofEpochSecond(refund.getCreated()),
                        subject(refund.getMetadata(), "refund")));
            }
        }
    }

    private static Money money(long stripes, String currency) {
        return StripeAmount.money(stripes, Currency.getInstance(currency.toUpperCase(Locale.ROOT)));
    }

    private static @Nullable UUID subject(@Nullable Map<String, String> metadata, String name) {
        var id = metadata == null ? null : metadata.get(name);
        return id == null ? null : Ids.parse(id).orElse(null);
    }
}
