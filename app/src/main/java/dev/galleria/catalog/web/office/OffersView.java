package dev.galleria.catalog.web.office;

import dev.galleria.catalog.Catalog;
import dev.galleria.catalog.ProductDetails;
import dev.galleria.catalog.ProductId;
import dev.galleria.catalog.VariantId;
import dev.galleria.catalog.editing.EditedOffer;
import dev.galleria.catalog.editing.Fault;
import dev.galleria.catalog.editing.OfferBook;
import dev.galleria.catalog.editing.OfferTerms;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Problem;
import dev.galleria.seller.SellerId;
import dev.galleria.tenancy.Tenancy;
import dev.galleria.tenancy.Visit;
import dev.galleria.tenancy.web.OfficeTexts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;

/** A seller's own offers on a product that others describe. */
@Named("officeOffers")
@ViewScoped
public class OffersView implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int SIZE = 25;

    @Inject
    Desk desk;

    @Inject
    Catalog catalog;

    @Inject
    OfferBook book;

    @Inject
    Tenancy tenancy;

    @Inject
    Visit visit;

    @Inject
    OfficeTexts texts;

    private String id = "";
    private int page = 1;
    private int pages = 1;
    private @Nullable String saved;
    private String title = "";
    private String slug = "";
    private final List<Line> lines = new ArrayList<>();
    private final ShownFaults faults = new ShownFaults();

    /** One variant and what is asked for it; without a price it is not offered. */
    public static final class Line implements Serializable {
        private static final long serialVersionUID = 1L;

        private final VariantId variant;
        private final String name;
        private final String sku;
        private final Map<String, String> fields = new LinkedHashMap<>();

        Line(VariantId variant, String name, String sku) {
            this.variant = variant;
            this.name = name;
            this.sku = sku;
        }

        public String getName() {
            return name;
        }

        public String getSku() {
            return sku;
        }

        public Map<String, String> getFields() {
            return fields;
        }
    }

    /** Only for sellers, and only products that shoppers see: anything else is a Problem (NOT_FOUND). */
    public void load() {
        var seller = seller();
        var product = catalog.product(productId(), visit.locale())
                .orElseThrow(() -> Problem.notFound("catalog/unknown-product", id));
        title = product.title();
        slug = product.slug();
        pages = Math.max(1, (product.variants().size() + SIZE - 1) / SIZE);
        page = Math.max(1, Math.min(page, pages));
        var mine = mine();
        lines.clear();
        var all = product.variants();
        for (var variant : all.subList((page - 1) * SIZE, Math.min(page * SIZE, all.size()))) {
            lines.add(line(variant, mine.get(variant.id()), seller));
        }
    }

    private static Line line(ProductDetails.Variant variant, @Nullable EditedOffer offer, SellerId seller) {
        var line = new Line(variant.id(), variant.label(), variant.sku());
        if (offer != null) {
            line.fields.putAll(FormWriter.offer(offer.terms()));
        }
        return line;
    }

    private Map<VariantId, EditedOffer> mine() {
        var mine = new HashMap<VariantId, EditedOffer>();
        book.ofProduct(desk.editor(), productId()).forEach(offer -> mine.put(offer.variant(), offer));
        return mine;
    }

    /** All lines or none are written. */
    public void save() {
        faults.clear();
        var asked = new LinkedHashMap<VariantId, Optional<OfferTerms>>();
        for (int i = 0; i < lines.size(); i++) {
            read(lines.get(i), i).ifPresent(asked::putAll);
        }
        if (!faults.isAny()) {
            var found = book.set(desk.editor(), seller(), asked);
            for (int i = 0; i < lines.size(); i++) {
                show(lines.get(i), found.getOrDefault(lines.get(i).variant, List.of()), "/" + i + "/");
            }
        }
        if (!faults.isAny()) {
            Faces.redirect("/backoffice/products/%s/offers?page=%s&saved=1", id, page);
        }
    }

    /** What the line asks for its variant; empty when it cannot be read. */
    private Optional<Map<VariantId, Optional<OfferTerms>>> read(Line line, int index) {
        if (Typed.text(line.fields, "price").isEmpty()) {
            return Optional.of(Map.of(line.variant, Optional.empty()));
        }
        var typed = new Typed();
        var terms = FormReader.terms(line.fields, "/" + index, tenancy.current().currency(), typed);
        typed.faults().forEach(fault -> faults.add(fault.pointer(), line.sku, desk.text(fault)));
        return terms == null || !typed.faults().isEmpty()
                ? Optional.empty()
                : Optional.of(Map.of(line.variant, Optional.of(terms)));
    }

    private void show(Line line, List<Fault> found, String place) {
        found.forEach(fault ->
                faults.add(place + FormReader.field(fault.pointer().substring(1)), line.sku, desk.text(fault)));
    }

    private SellerId seller() {
        var seller = desk.editor().seller();
        if (seller == null) {
            throw Problem.notFound("catalog/unknown-seller", "the marketplace's own people");
        }
        return seller;
    }

    private ProductId productId() {
        return Ids.parse(id)
                .map(ProductId::new)
                .orElseThrow(() -> Problem.notFound("catalog/unknown-product", "not an id"));
    }

    public List<Line> getLines() {
        return lines;
    }

    public String getTitle() {
        return title;
    }

    public String getSlug() {
        return slug;
    }

    public ShownFaults getFaults() {
        return faults;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public Integer getPage() {
        return page;
    }

    public void setPage(@Nullable Integer page) {
        this.page = page == null ? 1 : page;
    }

    public int getPages() {
        return pages;
    }

    public @Nullable String getSaved() {
        return saved;
    }

    public void setSaved(@Nullable String saved) {
        this.saved = saved;
    }
}
