package dev.galleria.order;

import com.ibm.icu.util.ULocale;
import dev.galleria.platform.Database;
import dev.galleria.platform.Json;
import dev.galleria.platform.Money;
import dev.galleria.platform.Series;
import dev.galleria.seller.SellerId;
import dev.galleria.seller.Sellers;
import dev.galleria.tenancy.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Invoices and credit notes. The seller is the supplier: each part has its own invoice, issued when its first goods leave, over
 * what has not been given back by then; what is given back later has a credit note. Numbers have no gaps per marketplace: each
 * is taken last in the transaction that needs it.
 */
@ApplicationScoped
@Transactional
public class Papers {
    @Inject
    Database database;

    @Inject
    Series series;

    @Inject
    Sellers sellers;

    @Inject
    Tenancy tenancy;

    @Inject
    Clock clock;

    /** A row of {@code order_document}. */
    public record Row(UUID id, String kind, UUID sellerId, long number, Instant issuedAt, String content) {
        Paper paper() {
            var what = Paper.Kind.valueOf(kind);
            return new Paper(
                    id,
                    what,
                    new SellerId(sellerId),
                    what.label(number),
                    issuedAt,
                    Json.read(content, Paper.Content.class));
        }
    }

    /** One paper; whoever calls checks whose it is. */
    public Optional<Paper> find(UUID id) {
        return database.call(sql -> sql.createQuery(
                                "SELECT id, kind, seller_id, number, issued_at, content::text AS content FROM order_document WHERE id = :id")
                        .bind("id", id)
                        .mapTo(Row.class)
                        .findOne())
                .map(Row::paper);
    }

    /** The papers of an order, oldest first. */
    public List<Paper> of(OrderId id) {
        return database
                .call(sql -> sql.createQuery(
                                """
                        SELECT id, kind, seller_id, number, issued_at, content::text AS content FROM order_document
                         WHERE purchase_id = :order ORDER BY issued_at, number""")
                        .bind("order", id.value())
                        .mapTo(Row.class)
                        .list())
                .stream()
                .map(Row::paper)
                .toList();
    }

    /** The invoice of a part, once. Joins the caller's transaction, which takes no lock after this. */
    void invoice(OrderDetails order, PartId id) {
        var part = order.parts().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
        if (invoiceOf(part).isPresent()) {
            return;
        }
        var left = database.call(sql -> new RefundLedger(sql).allocation(order.id())).stream()
                .filter(one -> one.partNo() == part.partNo() && one.rest() > 0)
                .toList();
        var rows = new ArrayList<Paper.Row>();
        for (var one : left) {
            rows.add(row(order, part, one.lineNo(), one.units(), one.tax() - one.taxBack(), one.rest()));
        }
        issue(order, part, Paper.Kind.INVOICE, null, null, rows);
    }

    /** One credit note per part that has been invoiced. */
    void credit(OrderDetails order, Refund refund) {
        for (var part : order.parts()) {
            var invoice = invoiceOf(part);
            var rows = refund.entries().stream()
                    .filter(entry -> entry.partNo() == part.partNo())
                    .filter(entry -> !entry.amount().isZero())
                    .map(entry -> row(
                            order,
                            part,
                            entry.lineNo(),
                            entry.quantity(),
                            entry.tax().minorUnits(),
                            entry.amount().minorUnits()))
                    .toList();
            if (invoice.isPresent() && !rows.isEmpty()) {
                var refersTo = Paper.Kind.INVOICE.label(invoice.get());
                issue(order, part, Paper.Kind.CREDIT_NOTE, refersTo, refund.id(), rows);
            }
        }
    }

    private Optional<Long> invoiceOf(OrderDetails.Part part) {
        return database.call(sql -> sql.createQuery(
                        "SELECT number FROM order_document WHERE seller_order_id = :part AND kind = 'INVOICE'")
                .bind("part", part.id().value())
                .mapTo(Long.class)
                .findOne());
    }

    private void issue(
            OrderDetails order,
            OrderDetails.Part part,
            Paper.Kind kind,
            @Nullable String refersTo,
            @Nullable UUID refund,
            List<Paper.Row> rows) {
        var zero = Money.zero(order.totals().total().currency());
        var content = new Paper.Content(
                order.number(),
                order.placedAt(),
                order.locale().toLanguageTag(),
                tenancy.current().name(),
                supplier(part, order),
                buyer(order),
                order.totals().taxIncluded(),
                refersTo,
                rows,
                rows.stream().map(Paper.Row::tax).reduce(zero, Money::plus),
                rows.stream().map(Paper.Row::amount).reduce(zero, Money::plus));
        // The series is the lock that everybody wants: taken after all others.
        new PaperBook(database).write(order.id(), part, kind, refund, clock.instant(), content, number(kind));
    }

    private Supplier<Long> number(Paper.Kind kind) {
        return () -> series.next(kind.series());
    }

    private static Paper.Row row(
            OrderDetails order, OrderDetails.Part part, int lineNo, int quantity, long tax, long amount) {
        var currency = order.totals().total().currency();
        if (lineNo == 0) {
            var rate = part.shippingTaxRatePpm();
            return new Paper.Row(
                    part.shippingLabel(),
                    "",
                    "",
                    1,
                    rate == null ? 0 : rate,
                    new Money(tax, currency),
                    new Money(amount, currency));
        }
        var line = part.lines().stream()
                .filter(one -> one.lineNo() == lineNo)
                .findFirst()
                .orElseThrow();
        return new Paper.Row(
                line.title(),
                line.choices(),
                line.sku(),
                quantity,
                line.taxRatePpm(),
                new Money(tax, currency),
                new Money(amount, currency));
    }

    private List<String> supplier(OrderDetails.Part part, OrderDetails order) {
        var lines = new ArrayList<String>(List.of(part.sellerName()));
        sellers.find(part.seller()).ifPresent(seller -> {
            var city = seller.city();
            if (city != null) {
                lines.add(city);
            }
            lines.add(country(seller.country(), order));
            lines.add(seller.email());
        });
        return lines;
    }

    private static List<String> buyer(OrderDetails order) {
        var lines = new ArrayList<>(order.address().lines().toList());
        lines.add(country(order.address().country(), order));
        return lines;
    }

    private static String country(String code, OrderDetails order) {
        return new ULocale("", code).getDisplayCountry(ULocale.forLocale(order.locale()));
    }
}
