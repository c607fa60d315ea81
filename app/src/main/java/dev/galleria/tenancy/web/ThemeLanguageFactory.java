package dev.galleria.tenancy.web;

import dev.galleria.tenancy.Tenancy;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewDeclarationLanguage;
import jakarta.faces.view.ViewDeclarationLanguageFactory;
import jakarta.faces.view.ViewDeclarationLanguageWrapper;
import java.util.List;

/** A shop's pages use the tenant's theme: a Faces resource library contract of that name. */
public class ThemeLanguageFactory extends ViewDeclarationLanguageFactory {
    public ThemeLanguageFactory(ViewDeclarationLanguageFactory wrapped) {
        super(wrapped);
    }

    @Override
    public ViewDeclarationLanguage getViewDeclarationLanguage(String viewId) {
        return new Themed(getWrapped().getViewDeclarationLanguage(viewId));
    }

    /** Without this, addresses without a suffix map to nothing, silently. */
    @Override
    public List<ViewDeclarationLanguage> getAllViewDeclarationLanguages() {
        return getWrapped().getAllViewDeclarationLanguages();
    }

    private static final class Themed extends ViewDeclarationLanguageWrapper {
        private Themed(ViewDeclarationLanguage wrapped) {
            super(wrapped);
        }

        @Override
        public List<String> calculateResourceLibraryContracts(FacesContext context, String viewId) {
            if (viewId.startsWith("/office/") || viewId.startsWith("/console/")) {
                return List.of();
            }
            return CDI.current()
                    .select(Tenancy.class)
                    .get()
                    .find()
                    .map(tenant -> List.of(tenant.theme()))
                    .orElse(List.of());
        }
    }
}
