package dev.galleria.search.web;

import dev.galleria.search.merchandising.Merchandising;
import dev.galleria.tenancy.ShopPaths;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Leads from certain words to a page of the shop, as its people want it; not who has narrowed a list already. */
@RequestScoped
class SearchRedirect {
    private static final Set<String> PLAIN = Set.of("q");

    @Inject
    Merchandising merchandising;

    @Inject
    ShopPaths paths;

    /** Whether the request has been answered so. */
    boolean follow(@Nullable String words) {
        var external = FacesContext.getCurrentInstance().getExternalContext();
        if (words == null || !external.getRequestParameterMap().keySet().equals(PLAIN)) {
            return false;
        }
        var path = merchandising.plan().redirect(words);
        path.ifPresent(to -> {
            external.setResponseStatus(HttpServletResponse.SC_FOUND);
            external.setResponseHeader("Location", paths.of(to));
            external.setResponseHeader("Cache-Control", "no-store");
            FacesContext.getCurrentInstance().responseComplete();
        });
        return path.isPresent();
    }
}
