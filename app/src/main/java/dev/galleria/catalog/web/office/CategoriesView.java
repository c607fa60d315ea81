package dev.galleria.catalog.web.office;

import dev.galleria.catalog.CategoryId;
import dev.galleria.catalog.editing.CategoryDraft;
import dev.galleria.catalog.editing.DepartmentRow;
import dev.galleria.catalog.editing.DepartmentTree;
import dev.galleria.catalog.editing.Departments;
import dev.galleria.catalog.editing.ProductDraft;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Problem;
import dev.galleria.tenancy.Visit;
import dev.galleria.tenancy.web.OfficeTexts;
import jakarta.faces.model.SelectItem;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;

/** The tree of departments, one level at a time, and the one that is being written. */
@Named("officeCategories")
@ViewScoped
public class CategoriesView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    Desk desk;

    @Inject
    DepartmentTree tree;

    @Inject
    Departments departments;

    @Inject
    Visit visit;

    @Inject
    OfficeTexts texts;

    private String in = "";
    private @Nullable String edited;
    private boolean asking;
    private final Map<String, String> titles = new LinkedHashMap<>();
    private final Map<String, String> descriptions = new LinkedHashMap<>();
    private @Nullable String slug;
    private @Nullable String parent;
    private @Nullable String problem;

    /** Whoever does not keep the tree has no such page; a department that does not exist is a Problem (NOT_FOUND). */
    public void load() {
        desk.requireStaff();
        if (!in.isEmpty()) {
            way();
        }
    }

    public List<DepartmentRow> getRows() {
        return tree.under(above(), visit.locale());
    }

    /** From the top down to the department whose children are shown. */
    public List<DepartmentRow> getWay() {
        return in.isEmpty() ? List.of() : way();
    }

    private List<DepartmentRow> way() {
        var way = tree.way(
                Ids.parse(in).orElseThrow(() -> Problem.notFound("catalog/unknown-category", in)), visit.locale());
        if (way.isEmpty()) {
            throw Problem.notFound("catalog/unknown-category", in);
        }
        return way;
    }

    public void askNew() {
        ask(null, null);
    }

    public void askEdit(String id) {
        ask(id, tree.read(category(id)));
    }

    private void ask(@Nullable String id, @Nullable CategoryDraft draft) {
        asking = true;
        edited = id;
        problem = null;
        titles.clear();
        descriptions.clear();
        slug = draft == null ? null : draft.slug();
        var here = getWay();
        parent = draft != null
                ? draft.parent()
                : here.isEmpty() ? null : here.get(here.size() - 1).slug();
        if (draft != null) {
            draft.texts().forEach((locale, words) -> {
                titles.put(locale, words.title());
                descriptions.put(locale, words.description());
            });
        }
    }

    public void cancel() {
        asking = false;
    }

    public void save() {
        var words = new LinkedHashMap<String, ProductDraft.Words>();
        desk.getLanguages().forEach(language -> {
            var title = Typed.text(titles, language.tag());
            var description = Typed.text(descriptions, language.tag());
            if (language.own() || !(title + description).isEmpty()) {
                words.put(language.tag(), new ProductDraft.Words(title, description));
            }
        });
        attempt(editor -> {
            var above = Optional.ofNullable(parent).filter(text -> !text.isBlank());
            var before = edited == null ? null : tree.read(category(edited));
            boolean stays = before != null && above.equals(Optional.ofNullable(before.parent()));
            var place = above.map(text -> tree.bySlug(text, visit.locale())
                    .map(DepartmentRow::id)
                    .orElseThrow(() -> Problem.refused("catalog/category", text)));
            var draft = new CategoryDraft(
                    slug == null || slug.isBlank() ? null : slug.strip(),
                    above.orElse(null),
                    stays && before != null ? before.position() : tree.nextPosition(place.orElse(null)),
                    words,
                    before == null ? null : before.imageKey());
            if (edited == null) {
                departments.create(desk.editor(), draft);
            } else {
                departments.change(desk.editor(), category(edited), draft);
            }
        });
    }

    public void up(String id) {
        attempt(editor -> tree.step(desk.editor(), category(id), true));
    }

    public void down(String id) {
        attempt(editor -> tree.step(desk.editor(), category(id), false));
    }

    public void hide(String id) {
        attempt(editor -> tree.hide(desk.editor(), category(id), true));
    }

    public void show(String id) {
        attempt(editor -> tree.hide(desk.editor(), category(id), false));
    }

    public void delete(String id) {
        attempt(editor -> departments.delete(desk.editor(), category(id)));
    }

    private void attempt(Consumer<Desk> work) {
        try {
            problem = null;
            work.accept(desk);
            Faces.redirect("/backoffice/categories%s", in.isEmpty() ? "" : "?in=" + in);
        } catch (Problem e) {
            if (e.kind() != Problem.Kind.REFUSED && e.kind() != Problem.Kind.CONFLICT) {
                throw e;
            }
            problem = texts.of(e);
        }
    }

    /** Where it may lie: at the top, or under any department but itself and those under it. */
    public List<SelectItem> getParents() {
        var items = new java.util.ArrayList<SelectItem>();
        add(items, null, 0);
        return items;
    }

    private void add(List<SelectItem> items, @Nullable UUID above, int depth) {
        for (var row : tree.under(above, visit.locale())) {
            if (!row.id().toString().equals(edited)) {
                items.add(new SelectItem(row.slug(), "\u2003".repeat(depth) + row.title()));
                if (row.children() > 0 && items.size() < 2_000) {
                    add(items, row.id(), depth + 1);
                }
            }
        }
    }

    private @Nullable UUID above() {
        return Ids.parse(in).orElse(null);
    }

    private static CategoryId category(String id) {
        return new CategoryId(Ids.parse(id).orElseThrow(() -> Problem.notFound("catalog/unknown-category", id)));
    }

    public String getIn() {
        return in;
    }

    public void setIn(@Nullable String in) {
        this.in = in == null ? "" : in;
    }

    public boolean isAsking() {
        return asking;
    }

    public boolean isFresh() {
        return edited == null;
    }

    public Map<String, String> getTitles() {
        return titles;
    }

    public Map<String, String> getDescriptions() {
        return descriptions;
    }

    public @Nullable String getSlug() {
        return slug;
    }

    public void setSlug(@Nullable String slug) {
        this.slug = slug;
    }

    public @Nullable String getParent() {
        return parent;
    }

    public void setParent(@Nullable String parent) {
        this.parent = parent;
    }

    public @Nullable String getProblem() {
        return problem;
    }
}
