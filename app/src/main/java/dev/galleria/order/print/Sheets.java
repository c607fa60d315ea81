package dev.galleria.order.print;

import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.Precision;
import com.ibm.icu.util.MeasureUnit;
import dev.galleria.order.OrderDetails;
import dev.galleria.order.Paper;
import dev.galleria.platform.Money;
import dev.galleria.platform.MoneyText;
import dev.galleria.platform.Texts;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Invoices, credit notes and packing slips as PDF, in the order's language. */
public final class Sheets {
    private final Locale locale;
    private final Map<String, Object> values = new HashMap<>();

    private Sheets(Locale locale) {
        this.locale = locale;
        values.put("lang", locale.toLanguageTag());
        var texts = new HashMap<String, Object>();
        for (var key : List.of("supplier", "buyer", "article", "units", "rate", "net", "tax", "amount", "total")) {
            texts.put(key, text("paper." + key));
        }
        values.put("texts", texts);
    }

    /** An invoice or a credit note. */
    public static byte[] of(Paper paper) {
        var content = paper.content();
        var sheet = new Sheets(Locale.forLanguageTag(content.locale()));
        return sheet.paper(paper, content);
    }

    /** What lies in a parcel; no prices. */
    public static byte[] slip(
            OrderDetails order, OrderDetails.Part part, OrderDetails.Shipment parcel, String marketplace) {
        return new Sheets(order.locale()).packed(order, part, parcel, marketplace);
    }

    private byte[] paper(Paper paper, Paper.Content content) {
        values.put("title", Texts.of(locale, "paper.title." + paper.kind(), paper.number()));
        values.put("footer", Texts.of(locale, "paper.footer", quiet(content.marketplace()), paper.number()));
        values.put("supplier", content.supplier());
        values.put("buyer", content.buyer());
        var facts = new ArrayList<Map<String, Object>>();
        facts.add(fact("paper.date", day(paper.issuedAt())));
        facts.add(fact("paper.order", content.order()));
        facts.add(fact("paper.ordered", day(content.placedAt())));
        var about = content.refersTo();
        if (about != null) {
            facts.add(fact("paper.about", about));
        }
        values.put("facts", facts);
        values.put("priced", true);
        values.put("rows", content.rows().stream().map(this::row).toList());
        values.put("taxes", content.taxes().stream().map(this::taxed).toList());
        values.put("tax", MoneyText.of(content.tax(), locale));
        values.put("total", MoneyText.of(content.total(), locale));
        var note = content.taxIncluded() ? "paper.taxIncluded" : "paper.taxAdded";
        values.put("note", Texts.of(locale, note, content.supplier().get(0), content.marketplace()));
        return Press.print(values, locale);
    }

    private Map<String, Object> row(Paper.Row row) {
        return Map.of(
                "title", row.title(),
                "note", note(row.choices(), row.sku()),
                "units", row.quantity() == 0 ? "" : String.valueOf(row.quantity()),
                "rate", rate(row.taxRatePpm(), row.tax()),
                "tax", MoneyText.of(row.tax(), locale),
                "amount", MoneyText.of(row.amount(), locale));
    }

    private Map<String, Object> taxed(Paper.Taxed one) {
        return Map.of(
                "rate", rate(one.ratePpm(), one.tax()),
                "net", MoneyText.of(one.net(), locale),
                "tax", MoneyText.of(one.tax(), locale),
                "amount", MoneyText.of(one.amount(), locale));
    }

    /** Nothing where there is a tax whose rate is not known. */
    private String rate(int ppm, Money tax) {
        return ppm == 0 && !tax.isZero() ? "" : percent(ppm);
    }

    private byte[] packed(
            OrderDetails order, OrderDetails.Part part, OrderDetails.Shipment parcel, String marketplace) {
        values.put("title", Texts.of(locale, "paper.title.slip", order.number(), parcel.parcelNo()));
        values.put("footer", Texts.of(locale, "paper.footer", quiet(marketplace), order.number()));
        values.put("supplier", List.of(part.sellerName()));
        values.put("buyer", order.address().lines().toList());
        values.put(
                "facts",
                List.of(
                        fact("paper.order", order.number()),
                        fact("paper.sent", day(parcel.shippedAt())),
                        fact("paper.carrier", parcel.carrier()),
                        fact("paper.tracking", parcel.trackingNumber())));
        values.put("priced", false);
        values.put(
                "rows",
                parcel.units().stream()
                        .flatMap(one -> part.lines().stream()
                                .filter(line -> line.lineNo() == one.lineNo())
                                .map(line -> Map.of(
                                        "title", line.title(),
                                        "note", note(line.choices(), line.sku()),
                                        "units", String.valueOf(one.quantity()))))
                        .toList());
        values.put("note", Texts.of(locale, "paper.slipNote", marketplace));
        return Press.print(values, locale);
    }

    /** The footer stands in a style sheet. */
    private static String quiet(String name) {
        return name.replaceAll("[^\\p{L}\\p{N} .&-]", " ");
    }

    private static String note(String choices, String sku) {
        return Stream.of(choices, sku).filter(one -> !one.isEmpty()).collect(Collectors.joining(" · "));
    }

    private Map<String, Object> fact(String key, String value) {
        return Map.of("label", text(key), "value", value);
    }

    private String percent(int ppm) {
        return NumberFormatter.withLocale(locale)
                .unit(MeasureUnit.PERCENT)
                .precision(Precision.maxFraction(4))
                .format(BigDecimal.valueOf(ppm, 4))
                .toString();
    }

    private String day(Instant at) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .withZone(ZoneOffset.UTC)
                .format(at);
    }

    private String text(String key) {
        return Texts.of(locale, key);
    }
}
