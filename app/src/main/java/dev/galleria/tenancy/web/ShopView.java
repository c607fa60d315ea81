package dev.galleria.tenancy.web;

import com.ibm.icu.util.ULocale;
import dev.galleria.platform.Exchange;
import dev.galleria.platform.Money;
import dev.galleria.platform.MoneyText;
import dev.galleria.platform.Settings;
import dev.galleria.tenancy.ShopPaths;
import dev.galleria.tenancy.Tenancy;
import dev.galleria.tenancy.Tenant;
import dev.galleria.tenancy.Visit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What every page of a shop shows of the shop itself: {@code #{shop.name}}, {@code #{shop.money(price)}}. */
@Named("shop")
@RequestScoped
public class ShopView {
    @Inject
    Tenancy tenancy;

    @Inject
    Visit visit;

    @Inject
    ShopPaths paths;

    @Inject
    HttpServletRequest request;

    /** A language that the shop speaks, the address of this page in it, and the same with the query that was asked for. */
    public record Language(String tag, String name, String address, String here, boolean current) {

        /** For {@code aria-current}: "true", or nothing at all. */
        public @Nullable String currentMark() {
            return current ? "true" : null;
        }
    }

    /** A currency that the shop sells in. */
    public record PayCurrency(String code, String name, boolean current) {

        /** For {@code aria-current}: "true", or nothing at all. */
        public @Nullable String currentMark() {
            return current ? "true" : null;
        }
    }

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

    /** What prices on this page are in. */
    public String getCurrency() {
        return visit.currency().getCurrencyCode();
    }

    public boolean isTaxIncluded() {
        return tenant().pricesIncludeTax();
    }

    public Locale getLocale() {
        return visit.locale();
    }

    /** The language's tag, for {@code lang}. */
    public String getLang() {
        return visit.locale().toLanguageTag();
    }

    /** The direction of writing, for {@code dir}. */
    public String getDir() {
        return ULocale.forLocale(visit.locale()).isRightToLeft() ? "rtl" : "ltr";
    }

    public boolean isDemo() {
        return Settings.demo();
    }

    /** The start of every address in the current language: empty, or {@code /de}. */
    public String getBase() {
        return paths.base();
    }

    public String getAddress() {
        return tenancy.address(tenant());
    }

    /** The address of this page without a query, for search engines. */
    public String getCanonical() {
        return getAddress() + getBase() + visit.path();
    }

    public List<Language> getLanguages() {
        var query = query();
        return tenant().locales().stream()
                .map(locale -> language(locale, query))
                .toList();
    }

    /** What the shop can be paid in, its own currency first. */
    public List<PayCurrency> getCurrencies() {
        var own = Stream.of(tenant().currency());
        return Stream.concat(own, tenant().exchanges().stream().map(Exchange::to))
                .map(currency -> new PayCurrency(
                        currency.getCurrencyCode(),
                        currency.getDisplayName(visit.locale()),
                        currency.equals(visit.currency())))
                .toList();
    }

    /** Whether there is another currency to change to. */
    public boolean isMulticurrency() {
        return !tenant().exchanges().isEmpty();
    }

    /** The address that was asked for, with its query. */
    public String getHere() {
        return paths.base() + visit.path() + query();
    }

    /** Whether there is another language to change to. */
    public boolean isMultilingual() {
        return tenant().locales().size() > 1;
    }

    /** An amount as people of this language write it. */
    public String money(Money money) {
        return MoneyText.of(money, visit.locale());
    }

    /** Minor units of the shop's currency as people of this language write them. */
    public String minor(long minorUnits) {
        return money(new Money(minorUnits, tenant().currency()));
    }

    private Language language(Locale locale, String query) {
        var address = paths.base(locale) + visit.path();
        return new Language(
                locale.toLanguageTag(),
                locale.getDisplayLanguage(locale),
                address,
                address + query,
                locale.equals(visit.locale()));
    }

    /** What stood behind the question mark of the address that was asked for, with it. */
    private String query() {
        return Optional.ofNullable(request.getAttribute(RequestDispatcher.FORWARD_QUERY_STRING))
                .or(() -> Optional.ofNullable(request.getQueryString()))
                .map(text -> "?" + text)
                .orElse("");
    }

    private Tenant tenant() {
        return tenancy.current();
    }
}
