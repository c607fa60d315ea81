package dev.galleria.catalog.web.office;

import dev.galleria.catalog.editing.OfferBook;
import dev.galleria.platform.Problem;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a seller finds what others describe, to sell it too. */
@Named("officeOfferFinder")
@RequestScoped
public class OfferFinderView {
    @Inject
    Desk desk;

    @Inject
    OfferBook book;

    private String query = "";

    /** Only for sellers: for others a Problem (NOT_FOUND). */
    public void load() {
        if (desk.isStaff()) {
            throw Problem.notFound("catalog/unknown-seller", "the marketplace's own people");
        }
    }

    public List<OfferBook.Sellable> getFound() {
        return query.isBlank() ? List.of() : book.sellable(desk.editor(), query);
    }

    public String getQuery() {
        return query;
    }

    public void setQuery(@Nullable String query) {
        this.query = query == null
                ? ""
                : query.substring(0, Math.min(query.length(), 100)).replace('\0', ' ');
    }
}
