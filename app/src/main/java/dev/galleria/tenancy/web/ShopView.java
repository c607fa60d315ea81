package dev.galleria.tenancy.web;

import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.util.Currency;
import dev.galleria.platform.Money;
import dev.galleria.platform.Settings;
import dev.galleria.tenancy.Tenancy;
import dev.galleria.tenancy.Tenant;
import dev.galleria.tenancy.Visit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;

/** What every page of a shop shows of the shop itself: {@code #{shop.name}}, {@code #{shop.money(price)}}. */
@Named("shop")
@RequestScoped
public class ShopView {
    @Inject
    Tenancy tenancy;

    @Inject
    Visit visit;

    /** A language that the shop speaks and the address of this page in it. */
    public record Language(String tag, String name, String address, boolean current) {}

    public String getName() {
        return tenant().name();
    }

    public String getSlug() {
        return tenant().slug();
    }

    public String getTagline() {
        return tenant().tagline(visit.locale());
    }

    public String getTheme() {
        return tenant().theme();
    }

    public String getCurrency() {
        return tenant().currency().getCurrencyCode();
    }

    public boolean isTaxIncluded() {
        return tenant().pricesIncludeTax();
    }

    public Locale getLocale() {
        return visit.locale();
    }

    public boolean isDemo() {
        return Settings.demo();
    }

    /** The start of every address in the current language: empty, or {@code /de}. */
    public String getBase() {
        return base(visit.locale());
    }

    public String getAddress() {
        return tenancy.address(tenant());
    }

    /** The address of this page without a query, for search engines. */
    public String getCanonical() {
        return getAddress() + getBase() + visit.path();
    }

    public List<Language> getLanguages() {
        return tenant().locales().stream()
                .map(locale -> new Language(
                        locale.toLanguageTag(),
                        locale.getDisplayLanguage(locale),
                        base(locale) + visit.path(),
                        locale.equals(visit.locale())))
                .toList();
    }

    /** An amount as people of this language write it. */
    public String money(Money money) {
        return NumberFormatter.withLocale(visit.locale())
                .unit(Currency.getInstance(money.currency().getCurrencyCode()))
                .format(money.amount())
                .toString();
    }

    /** Minor units of the shop's currency as people of this language write them. */
    public String minor(long minorUnits) {
        return money(new Money(minorUnits, tenant().currency()));
    }

    private String base(Locale locale) {
        return locale.equals(tenant().defaultLocale()) ? "" : "/" + locale.getLanguage();
    }

    private Tenant tenant() {
        return tenancy.current();
    }
}
