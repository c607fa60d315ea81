package dev.galleria.demo;

import dev.galleria.account.Accounts;
import dev.galleria.catalog.Catalog;
import dev.galleria.catalog.OfferKey;
import dev.galleria.catalog.imports.CatalogImport;
import dev.galleria.order.Orders;
import dev.galleria.payment.PaymentWays;
import dev.galleria.platform.Ending;
import dev.galleria.platform.Exchange;
import dev.galleria.platform.Money;
import dev.galleria.pricing.Pricing;
import dev.galleria.pricing.TaxRate;
import dev.galleria.seller.Sellers;
import dev.galleria.shipping.Shipping;
import dev.galleria.shipping.ShippingMethod;
import dev.galleria.tenancy.NewTenant;
import dev.galleria.tenancy.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Makes one marketplace of files: creates the tenant, fills it and opens its door. Every step may be repeated. */
@ApplicationScoped
class DemoLoader {
    private static final String ACTOR = "demo";
    /** So many products or offers go into one transaction. */
    private static final int PART = 5_000;

    @Inject
    Tenancy tenancy;

    @Inject
    Sellers sellers;

    @Inject
    Accounts accounts;

    @Inject
    CatalogImport imports;

    @Inject
    Catalog catalog;

    @Inject
    DemoCollections collections;

    @Inject
    DemoStock stock;

    @Inject
    Shipping shipping;

    @Inject
    Pricing pricing;

    @Inject
    PaymentWays ways;

    @Inject
    Orders orders;

    @Inject
    Clock clock;

    void load(MarketplaceFiles files, Consumer<String> progress) {
        var name = files.settings().text("name");
        progress.accept(name + ": creating the marketplace");
        var tenant = tenancy.create(wish(files), step -> {});
        tenancy.run(tenant, () -> fill(files, step -> progress.accept(name + ": " + step)));
        tenancy.open(tenant);
        progress.accept(name + ": open");
    }

    private void fill(MarketplaceFiles files, Consumer<String> progress) {
        var days = Days.from(clock);
        progress.accept("taxes and shipping");
        pricing.define(taxRates(files));
        shipping.define(shippingMethods(files));
        exchanges(files).forEach(tenancy::sellIn);
        if (files.settings().has("payments")) {
            files.settings().words("payments").forEach(ways::offerFromData);
        }
        progress.accept("people");
        var people = new DemoPeople(files, days);
        var known = people.register(sellers);
        var customers = accounts.importAccounts(
                people.accounts(known), accounts.hash(files.settings().text("demo-password")));
        fillCatalog(new DemoCatalog(files, days), progress);
        var keys = new ArrayList<OfferKey>();
        files.each("offers", row -> keys.add(row.offer()));
        var offers = catalog.offersByKey(keys);
        progress.accept("stock");
        stock.defineWarehouses(files);
        var parts = new Parts<Row>(PART, rows -> stock.fill(files, rows, offers));
        files.each("offers", parts);
        parts.finish();
        progress.accept("orders");
        orders.importHistory(new DemoOrders(files, days).orders(offers, customers));
        progress.accept("listings");
        imports.finish();
        progress.accept("collections");
        collections.load(files);
    }

    private void fillCatalog(DemoCatalog source, Consumer<String> progress) {
        progress.accept("categories");
        imports.categories(source.categories());
        imports.brands(source.brands());
        imports.attributes(source.attributes());
        progress.accept("products");
        source.products(PART, imports::products);
        progress.accept("offers");
        source.offers(PART, imports::offers);
    }

    private static NewTenant wish(MarketplaceFiles files) {
        var settings = files.settings();
        var first = settings.text("default-locale");
        var locales = new ArrayList<>(List.of(first));
        files.locales().stream().filter(locale -> !locale.equals(first)).forEach(locales::add);
        return new NewTenant(
                settings.text("slug"),
                settings.text("name"),
                ACTOR,
                settings.text("theme"),
                settings.text("currency"),
                settings.text("country"),
                locales,
                settings.flag("prices-include-tax"),
                settings.texts("tagline"),
                settings.text("mail-from"));
    }

    private static List<TaxRate> taxRates(MarketplaceFiles files) {
        return files.settings().maps("tax-rates").stream()
                .map(rate -> new TaxRate(
                        rate.text("country"),
                        rate.textOrNull("region"),
                        rate.text("class"),
                        new BigDecimal(rate.text("percent")).movePointRight(4).intValueExact(),
                        LocalDate.parse(rate.text("from"))))
                .toList();
    }

    private static List<Exchange> exchanges(MarketplaceFiles files) {
        var own = Currency.getInstance(files.currency());
        return files.settings().maps("currencies").stream()
                .map(other -> new Exchange(
                        own,
                        Currency.getInstance(other.text("code")),
                        new BigDecimal(other.text("rate")),
                        Ending.valueOf(other.text("ending"))))
                .toList();
    }

    private static List<ShippingMethod> shippingMethods(MarketplaceFiles files) {
        var methods = new ArrayList<ShippingMethod>();
        for (var zone : files.settings().map("shipping").maps("zones")) {
            for (var method : zone.maps("methods")) {
                methods.add(new ShippingMethod(
                        method.text("code"),
                        method.texts("names"),
                        Set.copyOf(zone.words("countries")),
                        Money.of(method.text("price"), files.currency()),
                        method.has("free-from") ? Money.of(method.text("free-from"), files.currency()) : null,
                        method.number("min-days"),
                        method.number("max-days"),
                        methods.size() + 1));
            }
        }
        return methods;
    }
}
