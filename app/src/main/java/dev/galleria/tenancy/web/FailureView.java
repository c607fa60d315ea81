package dev.galleria.tenancy.web;

import dev.galleria.platform.Texts;
import dev.galleria.tenancy.Visit;
import dev.galleria.tenancy.web.ShopErrorFilter.Failure;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Why the asked-for page is not shown, in words: {@code #{failure.title}}. */
@Named("failure")
@RequestScoped
public class FailureView {
    @Inject
    Visit visit;

    public int getStatus() {
        return failure().status();
    }

    public String getTitle() {
        return text("title");
    }

    public String getText() {
        var problem = "problem." + failure().code().replace('/', '.');
        return failure().code().isEmpty() ? text("text") : Texts.either(visit.locale(), problem, key("text"));
    }

    /** The number to mention to the operator; empty if there is nothing to look up. */
    public String getIncident() {
        return failure().incident();
    }

    private String text(String part) {
        return Texts.of(visit.locale(), key(part));
    }

    private String key(String part) {
        return switch (failure().status()) {
            case 403 -> "error.forbidden." + part;
            case 404 -> "error.missing." + part;
            case 410 -> "error.gone." + part;
            case 429, 503 -> "error.busy." + part;
            default -> failure().status() < 500 ? "error.refused." + part : "error.broken." + part;
        };
    }

    private Failure failure() {
        var request = FacesContext.getCurrentInstance().getExternalContext().getRequestMap();
        return request.get(ShopErrorFilter.FAILURE) instanceof Failure failure ? failure : new Failure(404, "", "");
    }
}
