package dev.galleria.tenancy.web;

import dev.galleria.platform.Problem;
import dev.galleria.platform.Settings;
import dev.galleria.tenancy.CurrentAdmin;
import dev.galleria.tenancy.NewTenant;
import dev.galleria.tenancy.TenantCreation;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;

/** The form for a new marketplace. */
@Named
@ViewScoped
public class NewTenantView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    TenantCreation creation;

    @Inject
    CurrentAdmin admin;

    @Inject
    OfficeTexts texts;

    private String name = "";
    private String slug = "";
    private String tagline = "";
    private String ownerEmail = "";
    private String country = "DE";
    private String currency = "EUR";
    private String[] locales = {"en"};
    private String defaultLocale = "en";
    private boolean pricesIncludeTax = true;
    private String theme = "atelier";
    private String plan = "starter";
    private String fault = "";

    /** A code and what it is called. */
    public record Choice(String code, String name) implements Serializable {}

    public void create() {
        try {
            var id = creation.start(wish(), ownerEmail.strip(), admin.require().email());
            Faces.redirect("/tenants/creating/%s", id.toString());
        } catch (Problem e) {
            Faces.setResponseStatus(e.kind().status());
            fault = texts.of(e);
        }
    }

    /** Called when the address has been typed, to show what becomes of it. */
    public void checkSlug() {
        slug = slug.strip().toLowerCase(Locale.ROOT);
    }

    public String getSlugHint() {
        if (slug.isEmpty()) {
            return texts.format("console.slugHint", Settings.domain());
        }
        return creation.slugFault(slug)
                .map(code -> texts.get("problem." + code.replace('/', '.')))
                .orElseGet(() -> texts.format("console.slugFree", slug + "." + Settings.domain()));
    }

    public String getSlugTone() {
        return slug.isEmpty() ? "" : creation.slugFault(slug).isPresent() ? "hint--bad" : "hint--good";
    }

    /** Proposes the country's own currency and way of showing prices. */
    public void countryChosen() {
        try {
            currency = Currency.getInstance(new Locale("", country)).getCurrencyCode();
        } catch (IllegalArgumentException | NullPointerException e) {
            currency = "EUR";
        }
        pricesIncludeTax = !country.equals("US") && !country.equals("CA");
    }

    public List<Choice> getCountries() {
        return Arrays.stream(Locale.getISOCountries())
                .map(code -> new Choice(code, new Locale("", code).getDisplayCountry(Locale.ENGLISH)))
                .sorted(Comparator.comparing(Choice::name))
                .toList();
    }

    public List<Choice> getCurrencies() {
        return Currency.getAvailableCurrencies().stream()
                .filter(one -> one.getDefaultFractionDigits() >= 0
                        && !one.getDisplayName(Locale.ENGLISH).contains("("))
                .map(one -> new Choice(
                        one.getCurrencyCode(), one.getDisplayName(Locale.ENGLISH) + " – " + one.getCurrencyCode()))
                .sorted(Comparator.comparing(Choice::name))
                .toList();
    }

    public String getFault() {
        return fault;
    }

    private NewTenant wish() {
        var spoken = new ArrayList<String>(List.of(defaultLocale));
        Arrays.stream(locales).filter(locale -> !spoken.contains(locale)).forEach(spoken::add);
        var taglines = tagline == null || tagline.isBlank()
                ? Map.<String, String>of()
                : Map.of(defaultLocale, tagline.strip());
        var host = slug.strip().toLowerCase(Locale.ROOT);
        return new NewTenant(
                host,
                name.strip(),
                plan,
                theme,
                currency,
                country,
                spoken,
                pricesIncludeTax,
                taglines,
                "hello@" + host + "." + mailDomain());
    }

    private static String mailDomain() {
        return Settings.domain().equals("localhost") ? "example" : Settings.domain();
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getSlug() {
        return slug;
    }

    public void setSlug(@Nullable String slug) {
        this.slug = slug == null ? "" : slug;
    }

    public String getTagline() {
        return tagline;
    }

    public void setTagline(String tagline) {
        this.tagline = tagline;
    }

    public String getOwnerEmail() {
        return ownerEmail;
    }

    public void setOwnerEmail(String ownerEmail) {
        this.ownerEmail = ownerEmail;
    }

    public String getCountry() {
        return country;
    }

    public void setCountry(String country) {
        this.country = country;
    }

    public String getCurrency() {
        return currency;
    }

    public void setCurrency(String currency) {
        this.currency = currency;
    }

    public String[] getLocales() {
        return locales;
    }

    public void setLocales(String[] locales) {
        this.locales = locales;
    }

    public String getDefaultLocale() {
        return defaultLocale;
    }

    public void setDefaultLocale(String defaultLocale) {
        this.defaultLocale = defaultLocale;
    }

    public boolean isPricesIncludeTax() {
        return pricesIncludeTax;
    }

    public void setPricesIncludeTax(boolean pricesIncludeTax) {
        this.pricesIncludeTax = pricesIncludeTax;
    }

    public String getTheme() {
        return theme;
    }

    public void setTheme(String theme) {
        this.theme = theme;
    }

    public String getPlan() {
        return plan;
    }

    public void setPlan(String plan) {
        this.plan = plan;
    }
}
