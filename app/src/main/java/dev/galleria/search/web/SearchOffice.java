package dev.galleria.search.web;

import dev.galleria.platform.Problem;
import dev.galleria.search.merchandising.Edit;
import dev.galleria.search.merchandising.Fault;
import dev.galleria.search.merchandising.Merchandisers;
import dev.galleria.tenancy.ShopPaths;
import dev.galleria.tenancy.web.OfficeTexts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.function.Supplier;
import org.omnifaces.util.Faces;

/** What the pages about the search share: who may see them, and how a change is answered. */
@Named
@RequestScoped
public class SearchOffice {
    private static final String HERE = "/backoffice/search";

    @Inject
    Merchandisers merchandisers;

    @Inject
    ShopPaths paths;

    @Inject
    OfficeTexts texts;

    /** Anybody but the marketplace's own people is refused. */
    public void require() {
        merchandisers.require();
    }

    /** Makes the change and shows the page anew; what is wrong with it is told, each by its text. */
    List<String> save(String page, Supplier<Edit> change) {
        require();
        try {
            if (change.get() instanceof Edit.Invalid invalid) {
                Faces.setResponseStatus(Problem.Kind.REFUSED.status());
                return invalid.faults().stream().map(this::text).distinct().toList();
            }
        } catch (Problem e) {
            Faces.setResponseStatus(e.kind().status());
            return List.of(texts.of(e));
        }
        show(page, "saved=1");
        return List.of();
    }

    /** Shows a page of these anew. */
    void show(String page, String query) {
        Faces.redirect(paths.of(HERE + page) + "?" + query);
    }

    private String text(Fault fault) {
        return texts.get(fault.key());
    }

    /** Whether a change has just been made. */
    public boolean isSaved() {
        return "1".equals(Faces.getRequestParameter("saved"));
    }

    public boolean isRemoved() {
        return "1".equals(Faces.getRequestParameter("removed"));
    }
}
