package dev.galleria.catalog.web.office;

import dev.galleria.catalog.editing.OfferTerms;
import dev.galleria.catalog.editing.ProductDraft;
import dev.galleria.seller.SellerId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Puts a product into the editor's fields. */
final class FormWriter {
    private FormWriter() {}

    static ProductForm of(ProductDraft draft) {
        var form = new ProductForm();
        head(form.getFields(), draft);
        draft.texts().forEach((locale, words) -> {
            form.getTitles().put(locale, words.title());
            form.getDescriptions().put(locale, words.description());
        });
        draft.attributes().forEach(value -> fact(form.fact(value.attribute()), value));
        draft.options().forEach(option -> form.getOptions().add(option(option)));
        form.variants(draft.variants().stream().map(FormWriter::variant).toList());
        return form;
    }

    /** Nothing yet: a draft with one variant. */
    static ProductForm empty() {
        var form = new ProductForm();
        form.getFields().put("state", "DRAFT");
        form.getFields().put("taxClass", "standard");
        form.variants(List.of(new VariantForm(null, null, Map.of())));
        return form;
    }

    private static void head(Map<String, String> fields, ProductDraft draft) {
        fields.put("slug", text(draft.slug()));
        fields.put("category", draft.category());
        fields.put("brand", text(draft.brand()));
        fields.put("type", text(draft.type()));
        fields.put("tags", String.join(", ", draft.tags()));
        fields.put("taxClass", draft.taxClass());
        fields.put("state", String.valueOf(draft.state()));
        fields.put("from", Typed.of(draft.publishedAt()));
    }

    private static void fact(ProductForm.Fact fact, ProductDraft.Value value) {
        if (value.texts() != null) {
            fact.getTexts().putAll(value.texts());
        }
        if (value.choice() != null) {
            fact.setValue(value.choice());
        } else if (value.number() != null) {
            fact.setValue(value.number().toPlainString());
        } else if (value.flag() != null) {
            fact.setValue(value.flag().toString());
        } else if (value.date() != null) {
            fact.setValue(value.date().toString());
        }
    }

    private static ProductForm.Option option(ProductDraft.Option option) {
        var shown = new ProductForm.Option();
        shown.code(option.code());
        shown.getLabels().putAll(option.labels());
        for (var choice : option.values()) {
            var value = new ProductForm.Value(choice.code());
            value.getLabels().putAll(choice.labels());
            value.setSwatch(choice.swatch());
            shown.getValues().add(value);
        }
        return shown;
    }

    static VariantForm variant(ProductDraft.Variant variant) {
        var id = variant.id();
        var shown = new VariantForm(id == null ? null : id.value().toString(), variant.imageKey(), variant.choices());
        shown.getFields().put("sku", variant.sku());
        shown.getFields().put("gtin", text(variant.gtin()));
        shown.getFields().put("weight", variant.weightGrams() == 0 ? "" : String.valueOf(variant.weightGrams()));
        for (var offer : Objects.requireNonNullElse(variant.offers(), List.<ProductDraft.Offer>of())) {
            shown.offer(seller(offer.seller())).putAll(offer(offer.terms()));
        }
        return shown;
    }

    static Map<String, String> offer(OfferTerms terms) {
        var fields = new LinkedHashMap<String, String>();
        var sale = terms.sale();
        fields.put("price", Typed.of(terms.price()));
        fields.put("list", Typed.of(terms.listPrice()));
        fields.put("sale", sale == null ? "" : Typed.of(sale.price()));
        fields.put("from", Typed.of(sale == null ? (Instant) null : sale.from()));
        fields.put("until", Typed.of(sale == null ? (Instant) null : sale.until()));
        fields.put("handling", String.valueOf(terms.handlingDays()));
        fields.put("paused", terms.active() ? "" : "true");
        return fields;
    }

    private static String seller(@Nullable SellerId seller) {
        return seller == null ? "" : seller.value().toString();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
