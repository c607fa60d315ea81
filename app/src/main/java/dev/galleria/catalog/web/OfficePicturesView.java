package dev.galleria.catalog.web;

import dev.galleria.account.CurrentAccount;
import dev.galleria.catalog.ProductId;
import dev.galleria.catalog.editing.Assortment;
import dev.galleria.catalog.editing.Edit;
import dev.galleria.catalog.editing.EditedProduct;
import dev.galleria.catalog.editing.Editor;
import dev.galleria.catalog.editing.Fault;
import dev.galleria.catalog.editing.ProductDraft;
import dev.galleria.catalog.media.Media;
import dev.galleria.catalog.media.PictureEdit;
import dev.galleria.catalog.media.PictureId;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Problem;
import dev.galleria.tenancy.Tenancy;
import dev.galleria.tenancy.Visit;
import dev.galleria.tenancy.web.OfficeTexts;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.model.SelectItem;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A product's pictures in the back office: sent, put in order, described, given a focus and to variants, removed. */
@Named
@ViewScoped
public class OfficePicturesView implements Serializable {
    private static final long serialVersionUID = 1L;
    /** More boxes than this under each picture would help nobody; the product's own page has them by variant. */
    private static final int MOST_BOXES = 60;

    @Inject
    Media media;

    @Inject
    Assortment assortment;

    @Inject
    CurrentAccount current;

    @Inject
    Tenancy tenancy;

    @Inject
    Visit visit;

    @Inject
    OfficeTexts texts;

    private String id = "";
    private String title = "";
    private long version;
    private String order = "";
    private List<PictureRow> rows = List.of();
    private List<SelectItem> variants = List.of();

    /** Somebody else's product, one that does not exist and what is no id are all the same Problem (NOT_FOUND). */
    public void load() {
        var product = assortment.read(editor(), product());
        version = product.version();
        title = title(product.content());
        variants = boxes(product);
        var languages = getLanguages();
        var shown = new ArrayList<PictureRow>();
        for (var picture : media.list(editor(), product())) {
            shown.add(new PictureRow(picture, shown.size() + 1, languages, !variants.isEmpty()));
        }
        rows = List.copyOf(shown);
    }

    /** Nothing that was typed is ever lost: whatever is done, what the fields of all pictures say is kept first. */
    public void save() {
        act("pictures.saved", null);
    }

    /** After files have been sent. */
    public void refresh() {
        act(null, null);
    }

    /** One place earlier or later. */
    public void move(PictureRow row, int places) {
        int position = row.getNumber() + places;
        if (position >= 1 && position <= rows.size()) {
            var edit = new PictureEdit(null, null, position, null);
            act("pictures.moved", () -> media.change(editor(), product(), version, row.pictureId(), edit));
        }
    }

    /** As they were dragged. */
    public void arrange() {
        var ids = Arrays.stream(order.split(","))
                .filter(one -> !one.isBlank())
                .map(PictureId::new)
                .toList();
        act("pictures.moved", () -> media.arrange(editor(), product(), version, ids));
    }

    public void remove(PictureRow row) {
        act("pictures.removed", () -> media.remove(editor(), product(), version, row.pictureId()));
    }

    public String getTitle() {
        return texts.format("pictures.of", title);
    }

    public List<PictureRow> getRows() {
        return rows;
    }

    /** The marketplace's languages, as tags. */
    public List<String> getLanguages() {
        return tenancy.current().locales().stream().map(Locale::toLanguageTag).toList();
    }

    public String language(String tag) {
        return Locale.forLanguageTag(tag).getDisplayLanguage(visit.locale());
    }

    public List<SelectItem> getVariants() {
        return variants;
    }

    public String format(String key, Object value) {
        return texts.format(key, value);
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getOrder() {
        return order;
    }

    public void setOrder(@Nullable String order) {
        this.order = order == null ? "" : order;
    }

    private void act(@Nullable String done, @Nullable Supplier<Edit> work) {
        try {
            if (!keep()) {
                return;
            }
            if (work != null) {
                work.get();
            }
            if (done != null) {
                tell(FacesMessage.SEVERITY_INFO, texts.get(done));
            }
        } catch (Problem e) {
            if (e.kind() == Problem.Kind.NOT_FOUND && !e.code().equals("catalog/unknown-picture")) {
                throw e;
            }
            tell(FacesMessage.SEVERITY_ERROR, texts.of(e));
        }
        load();
    }

    /** Writes what has been changed in the fields; false, with messages, if some of it cannot be. */
    private boolean keep() {
        boolean good = true;
        for (var row : rows) {
            if (row.isChanged()) {
                var edit = media.change(editor(), product(), version, row.pictureId(), row.edit());
                if (edit instanceof Edit.Done kept) {
                    version = kept.version();
                    row.kept();
                } else {
                    good = false;
                    ((Edit.Invalid) edit).faults().forEach(fault -> tell(row, fault));
                }
            }
        }
        return good;
    }

    private void tell(PictureRow row, Fault fault) {
        tell(
                FacesMessage.SEVERITY_ERROR,
                texts.format("pictures.number", row.getNumber()) + ": "
                        + texts.format(fault.key(), fault.values().toArray()));
    }

    private static void tell(FacesMessage.Severity severity, String text) {
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(severity, text, null));
    }

    private Editor editor() {
        return Editor.of(current.require());
    }

    private ProductId product() {
        return Ids.parse(id)
                .map(ProductId::new)
                .orElseThrow(() -> Problem.notFound("catalog/unknown-product", "not an id"));
    }

    private String title(ProductDraft content) {
        var own = content.texts().get(tenancy.current().defaultLocale().toLanguageTag());
        var words = content.texts().getOrDefault(visit.locale().toLanguageTag(), own);
        return words == null ? String.valueOf(content.slug()) : words.title();
    }

    private static List<SelectItem> boxes(EditedProduct product) {
        var all = product.content().variants();
        if (all.size() < 2 || all.size() > MOST_BOXES) {
            return List.of();
        }
        return all.stream()
                .filter(variant -> variant.id() != null)
                .map(variant -> new SelectItem(
                        variant.id().value().toString(),
                        variant.choices().values().stream().collect(Collectors.joining(", ")) + " (" + variant.sku()
                                + ")"))
                .toList();
    }
}
