package dev.galleria.catalog.web;

import dev.galleria.account.CurrentAccount;
import dev.galleria.catalog.Catalog;
import dev.galleria.catalog.ListingQuery.Sort;
import dev.galleria.catalog.ProductId;
import dev.galleria.catalog.ProductSummary;
import dev.galleria.catalog.collections.CollectionDraft;
import dev.galleria.catalog.collections.CollectionId;
import dev.galleria.catalog.collections.Collections;
import dev.galleria.catalog.collections.Preview;
import dev.galleria.catalog.collections.Rule;
import dev.galleria.catalog.collections.Saved;
import dev.galleria.catalog.editing.Assortment;
import dev.galleria.catalog.editing.Editor;
import dev.galleria.catalog.editing.Fault;
import dev.galleria.catalog.editing.ProductDraft.Words;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Problem;
import dev.galleria.tenancy.Tenancy;
import dev.galleria.tenancy.Visit;
import dev.galleria.tenancy.web.OfficeTexts;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;
import org.primefaces.event.ReorderEvent;

/** A collection while it is written: its texts and either its rule, with what that finds now, or its products in order. */
@Named
@ViewScoped
public class OfficeCollectionView implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String NEW = "new";

    @Inject
    Collections collections;

    @Inject
    Assortment assortment;

    @Inject
    Catalog catalog;

    @Inject
    CurrentAccount current;

    @Inject
    Tenancy tenancy;

    @Inject
    Visit visit;

    @Inject
    OfficeTexts texts;

    private String id = NEW;
    private @Nullable Long version;
    private String slug = "";
    private boolean published;
    private int position = 100;
    private Sort sort = Sort.BEST_SELLING;
    private boolean ruled = true;
    private final List<Wording> wordings = new ArrayList<>();
    private final RuleForm rules = new RuleForm();
    private final List<UUID> picks = new ArrayList<>();
    private String sku = "";
    private transient @Nullable Rule foundBy;
    private transient @Nullable Preview found;

    /** The texts in one language. */
    public static class Wording implements Serializable {
        private static final long serialVersionUID = 1L;
        private final String locale;
        private final String language;
        private String title = "";
        private String description = "";

        Wording(String locale, String language) {
            this.locale = locale;
            this.language = language;
        }

        /** The language's name, in the visitor's. */
        public String getLanguage() {
            return language;
        }

        public String getLocale() {
            return locale;
        }

        public String getTitle() {
            return title;
        }

        public void setTitle(@Nullable String title) {
            this.title = title == null ? "" : title;
        }

        public String getDescription() {
            return description;
        }

        public void setDescription(@Nullable String description) {
            this.description = description == null ? "" : description;
        }
    }

    /** A picked product. */
    public record Pick(int place, String id, String title, @Nullable String imageKey, boolean shown) {}

    /** An unknown collection is a Problem (NOT_FOUND), a seller a Problem (FORBIDDEN). */
    public void load() {
        if (!wordings.isEmpty()) {
            return;
        }
        collections.list(editor());
        tenancy.current()
                .locales()
                .forEach(locale ->
                        wordings.add(new Wording(locale.toLanguageTag(), locale.getDisplayLanguage(visit.locale()))));
        if (id.equals(NEW)) {
            rules.add();
            return;
        }
        var known = collections.read(editor(), collection());
        var content = known.content();
        version = known.version();
        slug = String.valueOf(content.slug());
        published = content.published();
        position = content.position();
        sort = content.sort();
        wordings.forEach(wording -> {
            var words = content.texts().get(wording.locale);
            if (words != null) {
                wording.title = words.title();
                wording.description = words.description();
            }
        });
        var rule = content.rule();
        ruled = rule != null;
        if (rule != null) {
            rules.show(rule);
        } else if (content.products() != null) {
            content.products().forEach(product -> picks.add(product.value()));
        }
    }

    public void save() {
        var answer = id.equals(NEW)
                ? collections.create(editor(), draft())
                : collections.change(editor(), collection(), version, draft());
        if (answer instanceof Saved.Done done) {
            Faces.redirect("/backoffice/collections/%s?saved=1", done.collection());
        } else if (answer instanceof Saved.Invalid invalid) {
            invalid.faults().forEach(this::show);
        }
    }

    public void delete() {
        collections.delete(editor(), collection(), version);
        Faces.redirect("/backoffice/collections");
    }

    /** Adds the product that has that SKU. */
    public void pick() {
        var found = assortment.bySku(List.of(sku.strip())).get(sku.strip());
        if (found == null) {
            message(texts.get("collections.noSku"));
        } else if (picks.contains(found.value())) {
            message(texts.get("collections.pickedAlready"));
        } else {
            picks.add(found.value());
            sku = "";
        }
    }

    public void unpick(int index) {
        if (index >= 0 && index < picks.size()) {
            picks.remove(index);
        }
    }

    /** Moves a product by so many places. */
    public void move(int index, int by) {
        int to = index + by;
        if (index >= 0 && index < picks.size() && to >= 0 && to < picks.size()) {
            picks.add(to, picks.remove(index));
        }
    }

    /** A product has been dragged to another place. */
    public void dragged(ReorderEvent event) {
        move(event.getFromIndex(), event.getToIndex() - event.getFromIndex());
    }

    /** What the rule finds now. */
    public Preview getPreview() {
        var rule = rules.rule();
        if (found == null || !rule.equals(foundBy)) {
            found = collections.preview(editor(), rule);
            foundBy = rule;
        }
        return found;
    }

    /** What is wrong with the rule as it stands; empty when it can be kept. */
    public List<String> getRuleFaults() {
        return collections.faults(editor(), rules.rule()).stream()
                .map(this::words)
                .toList();
    }

    public List<ProductSummary> summaries(List<ProductId> products) {
        return catalog.summaries(products, visit.locale());
    }

    public List<Pick> getPicked() {
        var ids = picks.stream().map(ProductId::new).toList();
        Map<UUID, ProductSummary> shown = new LinkedHashMap<>();
        catalog.summaries(ids, visit.locale())
                .forEach(product -> shown.put(product.id().value(), product));
        var rows = new ArrayList<Pick>();
        for (var one : picks) {
            var product = shown.get(one);
            rows.add(new Pick(
                    rows.size(),
                    one.toString(),
                    product == null ? texts.get("collections.hidden") : product.title(),
                    product == null ? null : product.imageKey(),
                    product != null));
        }
        return rows;
    }

    private CollectionDraft draft() {
        var written = new LinkedHashMap<String, Words>();
        wordings.stream()
                .filter(one -> !one.title.isBlank() || !one.description.isBlank())
                .forEach(one -> written.put(one.locale, new Words(one.title, one.description)));
        return new CollectionDraft(
                slug,
                published,
                position,
                written,
                !ruled || sort != Sort.FEATURED ? sort : Sort.BEST_SELLING,
                ruled ? rules.rule() : null,
                ruled ? null : picks.stream().map(ProductId::new).toList());
    }

    private void show(Fault fault) {
        message(words(fault));
    }

    private String words(Fault fault) {
        var parts = fault.pointer().split("/");
        var place = parts.length > 3 && fault.pointer().startsWith("/rule/conditions/")
                ? texts.format("collections.condition", Integer.parseInt(parts[3]) + 1)
                : parts.length > 1 ? texts.get("collections.at." + parts[1]) : "";
        return place + ": " + texts.format(fault.key(), fault.values().toArray());
    }

    private static void message(String text) {
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, text, null));
    }

    private Editor editor() {
        return Editor.of(current.require());
    }

    private CollectionId collection() {
        return Ids.parse(id)
                .map(CollectionId::new)
                .orElseThrow(() -> Problem.notFound("catalog/unknown-collection", "not an id"));
    }

    public String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id == null || id.isEmpty() ? NEW : id;
    }

    public boolean isFresh() {
        return id.equals(NEW);
    }

    /** Its title in the visitor's language, or what it will be. */
    public String getHeading() {
        return wordings.stream()
                .filter(one -> one.locale.equals(visit.locale().toLanguageTag()) && !one.title.isBlank())
                .findFirst()
                .or(() -> wordings.stream().filter(one -> !one.title.isBlank()).findFirst())
                .map(Wording::getTitle)
                .orElseGet(() -> texts.get("collections.new"));
    }

    public String getSlug() {
        return slug;
    }

    public void setSlug(@Nullable String slug) {
        this.slug = slug == null ? "" : slug;
    }

    public boolean isPublished() {
        return published;
    }

    public void setPublished(boolean published) {
        this.published = published;
    }

    public int getPosition() {
        return position;
    }

    public void setPosition(int position) {
        this.position = position;
    }

    public Sort getSort() {
        return sort;
    }

    public void setSort(Sort sort) {
        this.sort = sort;
    }

    /** The orders that there are for this kind of collection. */
    public List<Sort> getSorts() {
        return Arrays.stream(Sort.values())
                .filter(one -> one != Sort.FEATURED || !ruled)
                .toList();
    }

    public boolean isRuled() {
        return ruled;
    }

    /** Picked products begin in their own order. */
    public void setRuled(boolean ruled) {
        if (this.ruled && !ruled) {
            sort = Sort.FEATURED;
        }
        this.ruled = ruled;
    }

    public List<Wording> getWordings() {
        return wordings;
    }

    public RuleForm getRules() {
        return rules;
    }

    public String getSku() {
        return sku;
    }

    public void setSku(@Nullable String sku) {
        this.sku = sku == null ? "" : sku;
    }

    /** A sort's code, as texts name it. */
    public String code(Sort one) {
        return one.code().toLowerCase(Locale.ROOT);
    }
}
