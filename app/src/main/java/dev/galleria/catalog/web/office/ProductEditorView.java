package dev.galleria.catalog.web.office;

import dev.galleria.catalog.ProductId;
import dev.galleria.catalog.editing.Assortment;
import dev.galleria.catalog.editing.DepartmentRow;
import dev.galleria.catalog.editing.Edit;
import dev.galleria.catalog.editing.EditedProduct;
import dev.galleria.catalog.editing.Fault;
import dev.galleria.catalog.editing.ProductDraft;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Problem;
import dev.galleria.seller.SellerId;
import dev.galleria.tenancy.Tenancy;
import dev.galleria.tenancy.web.OfficeTexts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;
import org.primefaces.event.NodeSelectEvent;
import org.primefaces.model.TreeNode;

/** The editor of one product, new or known. What is typed stays as it is until it is saved. */
@Named("officeProduct")
@ViewScoped
public class ProductEditorView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    Desk desk;

    @Inject
    Assortment assortment;

    @Inject
    AttributeFields facts;

    @Inject
    CategoryChooser categories;

    @Inject
    ProductPlaces places;

    @Inject
    Tenancy tenancy;

    @Inject
    OfficeTexts texts;

    private String id = "";
    private @Nullable String saved;
    private long version;
    private @Nullable ProductForm form;
    private @Nullable VariantBench bench;
    private final ShownFaults faults = new ShownFaults();
    private boolean conflict;
    private @Nullable String preview;
    private @Nullable String added;
    private String before = "";

    /** Another's product, one that does not exist and an id that is none are all the same Problem (NOT_FOUND). */
    public void load() {
        if (form != null) {
            return;
        }
        if (id.isEmpty()) {
            show(FormWriter.empty(), Optional.ofNullable(desk.editor().seller()));
        } else {
            var product = product();
            version = product.version();
            before = String.valueOf(product.content().slug());
            show(FormWriter.of(product.content()), seller(product));
        }
    }

    private void show(ProductForm shown, Optional<SellerId> seller) {
        desk.getLanguages().forEach(language -> shown.getTitles().putIfAbsent(language.tag(), ""));
        form = shown;
        bench = new VariantBench(
                shown, seller.map(one -> one.value().toString()).orElse(""), desk.own());
    }

    /** Whose prices are shown first: the editor's own, the owner's, or whoever offers it. */
    private Optional<SellerId> seller(EditedProduct product) {
        return Optional.ofNullable(desk.editor().seller())
                .or(() -> Optional.ofNullable(product.owner()))
                .or(() -> product.content().variants().stream()
                        .flatMap(variant -> Optional.ofNullable(variant.offers()).orElse(List.of()).stream())
                        .flatMap(offer -> Optional.ofNullable(offer.seller()).stream())
                        .findFirst());
    }

    public void save() {
        save(version);
    }

    /** What somebody else has changed meanwhile is lost. */
    public void overwrite() {
        save(null);
    }

    private void save(@Nullable Long seen) {
        faults.clear();
        conflict = false;
        var reader = new FormReader(
                getForm(),
                facts.kinds(getForm()),
                tenancy.current().currency(),
                desk.own(),
                getBench().getSeller());
        var draft = reader.read(id.isEmpty() ? List.of() : product().content().pictures());
        if (!reader.faults().isEmpty()) {
            show(reader.faults());
            return;
        }
        try {
            var edit = id.isEmpty()
                    ? assortment.create(desk.editor(), draft)
                    : assortment.change(desk.editor(), productId(), seen, draft);
            if (edit instanceof Edit.Done done) {
                Faces.redirect(
                        "/backoffice/products/%s?saved=1",
                        done.product().value().toString());
            } else {
                show(((Edit.Invalid) edit).faults().stream().map(reader::shown).toList());
            }
        } catch (Problem e) {
            if (e.kind() != Problem.Kind.CONFLICT) {
                throw e;
            }
            conflict = e.code().equals("catalog/stale");
            faults.add("", "", texts.of(e));
        }
    }

    private void show(List<Fault> found) {
        getBench().show(found);
        found.forEach(fault ->
                faults.add(fault.pointer(), places.name(fault.pointer(), getForm(), desk.own()), desk.text(fault)));
    }

    /** Throws away what was typed. */
    public void reload() {
        Faces.redirect("/backoffice/products/%s", id);
    }

    public void makePreview() {
        preview = assortment.previewPath(desk.editor(), productId());
    }

    public void archive() {
        assortment.archive(desk.editor(), productId());
        Faces.redirect("/backoffice/products/%s?saved=1", id);
    }

    public void delete() {
        try {
            assortment.delete(desk.editor(), productId(), version);
            Faces.redirect("/backoffice/products");
        } catch (Problem e) {
            if (e.kind() != Problem.Kind.CONFLICT) {
                throw e;
            }
            conflict = true;
            faults.add("", "", texts.of(e));
        }
    }

    public void chooseCategory(NodeSelectEvent event) {
        if (event.getTreeNode().getData() instanceof DepartmentRow row) {
            getForm().getFields().put("category", row.slug());
        }
    }

    public void addFact() {
        if (added != null && facts.others(getForm()).stream().anyMatch(item -> added.equals(item.getValue()))) {
            getForm().fact(added);
        }
        added = null;
    }

    public TreeNode<DepartmentRow> getCategories() {
        return categories.root();
    }

    /** Nothing: the choice has been shown. */
    public void setChosenCategory(@Nullable TreeNode<DepartmentRow> node) {
        // The event says it.
    }

    public @Nullable TreeNode<DepartmentRow> getChosenCategory() {
        return null;
    }

    public String getCategory() {
        return categories.way(getForm().getFields().get("category"));
    }

    public ProductForm getForm() {
        load();
        return java.util.Objects.requireNonNull(form);
    }

    public VariantBench getBench() {
        load();
        return java.util.Objects.requireNonNull(bench);
    }

    public ShownFaults getFaults() {
        return faults;
    }

    public boolean isConflict() {
        return conflict;
    }

    public boolean isFresh() {
        return id.isEmpty();
    }

    /** The title as it is saved. */
    public String getTitle() {
        return isFresh()
                ? texts.get("office.products.new")
                : Optional.ofNullable(getForm().getTitles().get(desk.own()))
                        .filter(title -> !title.isBlank())
                        .orElse("–");
    }

    /** The address that leads to the page while the new one has not been saved. */
    public String getBefore() {
        return before;
    }

    public @Nullable String getPreview() {
        return preview;
    }

    public @Nullable String getAdded() {
        return added;
    }

    public void setAdded(@Nullable String added) {
        this.added = added;
    }

    public String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id == null ? "" : id;
    }

    public @Nullable String getSaved() {
        return saved;
    }

    public void setSaved(@Nullable String saved) {
        this.saved = saved;
    }

    private EditedProduct product() {
        return assortment.read(desk.editor(), productId());
    }

    ProductDraft content() {
        return product().content();
    }

    ProductId productId() {
        return Ids.parse(id)
                .map(ProductId::new)
                .orElseThrow(() -> Problem.notFound("catalog/unknown-product", "not an id"));
    }
}
