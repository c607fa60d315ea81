package dev.galleria.catalog.web.office;

import dev.galleria.catalog.VariantId;
import dev.galleria.catalog.editing.Fault;
import dev.galleria.catalog.editing.OfferTerms;
import dev.galleria.catalog.editing.ProductDraft;
import dev.galleria.catalog.editing.ProductState;
import dev.galleria.platform.Ids;
import dev.galleria.seller.SellerId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads the editor's fields as a draft. Faults point into the fields: {@code /variants/3/price} is what the seller asks whose
 * prices are shown, {@code /attributes/length} the attribute of that code.
 */
final class FormReader {
    private static final int SHORTEST_HANDLING = 1;

    private final ProductForm form;
    private final Map<String, String> kinds;
    private final Currency currency;
    private final String own;
    private final String seller;
    private final Typed typed = new Typed();
    private final List<String> attributes = new ArrayList<>();
    private final List<List<String>> sellers = new ArrayList<>();

    /**
     * @param kinds of the attributes that are shown, by code; others are left out
     * @param own the marketplace's language
     * @param seller whose prices are shown
     */
    FormReader(ProductForm form, Map<String, String> kinds, Currency currency, String own, String seller) {
        this.form = form;
        this.kinds = kinds;
        this.currency = currency;
        this.own = own;
        this.seller = seller;
    }

    /** What could not be read; the draft is of no use then. */
    List<Fault> faults() {
        return typed.faults();
    }

    ProductDraft read(List<ProductDraft.Picture> pictures) {
        var fields = form.getFields();
        var state = ProductState.valueOf(Typed.text(fields, "state").isEmpty() ? "DRAFT" : Typed.text(fields, "state"));
        return new ProductDraft(
                orNull(Typed.text(fields, "slug")),
                state,
                typed.moment(Typed.text(fields, "from"), "/from"),
                texts(),
                Typed.text(fields, "category"),
                orNull(Typed.text(fields, "brand")),
                orNull(Typed.text(fields, "type")),
                tags(Typed.text(fields, "tags")),
                Typed.text(fields, "taxClass"),
                attributes(),
                options(),
                variants(),
                pictures);
    }

    /** A draft's fault where its field is. */
    Fault shown(Fault fault) {
        var steps = fault.pointer().split("/", -1);
        var pointer = fault.pointer();
        if (pointer.equals("/publishedAt")) {
            pointer = "/from";
        } else if (pointer.equals("/texts")) {
            pointer = "/texts/" + own + "/title";
        } else if (pointer.startsWith("/tags/")) {
            pointer = "/tags";
        } else if (pointer.equals("/attributes") && fault.code().equals("required")) {
            pointer = "/attributes/" + fault.values().get(0);
        } else if (pointer.startsWith("/attributes/")) {
            pointer = "/attributes/" + attributes.get(Integer.parseInt(steps[2]));
        } else if (pointer.startsWith("/variants/") && steps.length > 4 && steps[3].equals("offers")) {
            pointer = offer(steps);
        } else if (pointer.endsWith("/weightGrams")) {
            pointer = pointer.replace("/weightGrams", "/weight");
        }
        return new Fault(pointer, fault.code(), fault.values());
    }

    private String offer(String[] steps) {
        var names = sellers.get(Integer.parseInt(steps[2]));
        boolean visible = names.get(Integer.parseInt(steps[4])).equals(seller);
        var field = String.join("/", Arrays.copyOfRange(steps, 5, steps.length));
        return "/variants/" + steps[2] + (visible ? "/" + field(field) : "/offers");
    }

    /** What the field is called that shows this part of the terms. */
    static String field(String part) {
        return switch (part) {
            case "listPrice" -> "list";
            case "sale/price" -> "sale";
            case "sale/from" -> "from";
            case "sale/until" -> "until";
            case "handlingDays" -> "handling";
            default -> part;
        };
    }

    private Map<String, ProductDraft.Words> texts() {
        var texts = new LinkedHashMap<String, ProductDraft.Words>();
        form.getTitles().forEach((locale, title) -> {
            var words = new ProductDraft.Words(text(title), Typed.text(form.getDescriptions(), locale));
            // Another language without any word is one that is not written yet.
            if (locale.equals(own) || !(words.title() + words.description()).isBlank()) {
                texts.put(locale, words);
            }
        });
        return texts;
    }

    private static List<String> tags(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .toList();
    }

    private List<ProductDraft.Value> attributes() {
        var values = new ArrayList<ProductDraft.Value>();
        form.getFacts().forEach((code, fact) -> {
            var value = kinds.containsKey(code) ? value(code, fact) : null;
            if (value != null) {
                attributes.add(code);
                values.add(value);
            }
        });
        return values;
    }

    private ProductDraft.@Nullable Value value(String code, ProductForm.Fact fact) {
        var text = text(fact.getValue());
        var kind = kinds.getOrDefault(code, "");
        if (kind.equals("TEXT")) {
            var texts = labels(fact.getTexts());
            return texts.isEmpty() ? null : new ProductDraft.Value(code, null, texts, null, null, null, null);
        }
        if (text.isEmpty()) {
            return null;
        }
        var pointer = "/attributes/" + code;
        return switch (kind) {
            case "NUMBER" -> new ProductDraft.Value(code, null, null, typed.number(text, pointer), null, null, null);
            case "FLAG" -> new ProductDraft.Value(code, null, null, null, null, Boolean.valueOf(text), null);
            case "DATE" -> new ProductDraft.Value(code, null, null, null, null, null, typed.date(text, pointer));
            default -> new ProductDraft.Value(code, text, null, null, null, null, null);
        };
    }

    List<ProductDraft.Option> options() {
        return form.getOptions().stream()
                .map(option -> new ProductDraft.Option(
                        option.getCode(),
                        labels(option.getLabels()),
                        option.getValues().stream()
                                .map(value -> new ProductDraft.Choice(
                                        value.getCode(), labels(value.getLabels()), orNull(text(value.getSwatch()))))
                                .toList()))
                .toList();
    }

    private List<ProductDraft.Variant> variants() {
        var variants = new ArrayList<ProductDraft.Variant>();
        for (int i = 0; i < form.getVariants().size(); i++) {
            variants.add(variant(form.getVariants().get(i), "/variants/" + i));
        }
        return variants;
    }

    private ProductDraft.Variant variant(VariantForm variant, String pointer) {
        var names = new ArrayList<String>();
        var offers = new ArrayList<ProductDraft.Offer>();
        variant.offers().forEach((name, fields) -> {
            if (fields.values().stream().anyMatch(value -> !text(value).isEmpty())
                    && !Typed.text(fields, "price").isEmpty()) {
                var at = name.equals(seller) ? pointer : pointer + "/offers";
                var terms = terms(fields, at);
                if (terms != null) {
                    names.add(name);
                    offers.add(new ProductDraft.Offer(
                            Ids.parse(name).map(SellerId::new).orElse(null), terms));
                }
            }
        });
        sellers.add(names);
        return new ProductDraft.Variant(
                id(variant.getId()),
                Typed.text(variant.getFields(), "sku"),
                orNull(Typed.text(variant.getFields(), "gtin")),
                variant.getChoices(),
                typed.whole(Typed.text(variant.getFields(), "weight"), 0, pointer + "/weight"),
                variant.imageKey(),
                offers);
    }

    private @Nullable OfferTerms terms(Map<String, String> fields, String pointer) {
        return terms(fields, pointer, currency, typed);
    }

    /** Terms as typed; null when the price cannot be read. */
    static @Nullable OfferTerms terms(Map<String, String> fields, String pointer, Currency currency, Typed typed) {
        var price = typed.money(Typed.text(fields, "price"), currency, pointer + "/price");
        var list = typed.money(Typed.text(fields, "list"), currency, pointer + "/list");
        var reduced = typed.money(Typed.text(fields, "sale"), currency, pointer + "/sale");
        var from = typed.moment(Typed.text(fields, "from"), pointer + "/from");
        var until = typed.moment(Typed.text(fields, "until"), pointer + "/until");
        int handling = typed.whole(Typed.text(fields, "handling"), SHORTEST_HANDLING, pointer + "/handling");
        if (reduced != null && Typed.text(fields, "from").isEmpty()) {
            typed.fault(pointer + "/from", "missing");
        }
        if (reduced != null && Typed.text(fields, "until").isEmpty()) {
            typed.fault(pointer + "/until", "missing");
        }
        var sale = reduced == null || from == null || until == null ? null : new OfferTerms.Sale(reduced, from, until);
        boolean active = !Typed.text(fields, "paused").equals("true");
        return price == null ? null : new OfferTerms(price, list, sale, handling, active);
    }

    private static Map<String, String> labels(Map<String, String> labels) {
        var written = new LinkedHashMap<String, String>();
        labels.forEach((locale, label) -> {
            if (!text(label).isEmpty()) {
                written.put(locale, text(label));
            }
        });
        return written;
    }

    private static @Nullable VariantId id(@Nullable String id) {
        return id == null ? null : new VariantId(UUID.fromString(id));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
