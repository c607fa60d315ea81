package dev.galleria.tenancy;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Locale;

/** Addresses of the current shop's pages in the language of the visit. */
@RequestScoped
public class ShopPaths {
    @Inject
    Tenancy tenancy;

    @Inject
    Visit visit;

    /** The start of every path in the current language: empty for the tenant's own, else such as {@code /de}. */
    public String base() {
        return base(visit.locale());
    }

    /** The same for another language. */
    public String base(Locale locale) {
        return locale.equals(tenancy.current().defaultLocale()) ? "" : "/" + locale.getLanguage();
    }

    /** A page's path in the current language. */
    public String of(String path) {
        return base() + path;
    }

    /** A page's whole address in the current language, for those who read it elsewhere. */
    public String absolute(String path) {
        return tenancy.address(tenancy.current()) + of(path);
    }
}
