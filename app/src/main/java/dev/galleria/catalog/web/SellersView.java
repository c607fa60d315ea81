package dev.galleria.catalog.web;

import dev.galleria.catalog.Catalog;
import dev.galleria.catalog.Listing;
import dev.galleria.catalog.ListingQuery;
import dev.galleria.catalog.ProductSummary;
import dev.galleria.platform.Problem;
import dev.galleria.platform.Texts;
import dev.galleria.seller.Seller;
import dev.galleria.seller.Sellers;
import dev.galleria.tenancy.ShopPaths;
import dev.galleria.tenancy.Tenancy;
import dev.galleria.tenancy.Visit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who sells here, and one seller's own page. */
@Named
@RequestScoped
public class SellersView {
    @Inject
    Catalog catalog;

    @Inject
    Sellers sellers;

    @Inject
    SellerCards cards;

    @Inject
    Tenancy tenancy;

    @Inject
    ShopPaths paths;

    @Inject
    Visit visit;

    private List<SellerCard> list = List.of();
    private @Nullable SellerCard seller;
    private ListingQuery query = ListingQuery.all();
    private Listing listing = new Listing(List.of(), 0, 1, 1);
    private List<ProductSummary> products = List.of();
    private String description = "";
    private String since = "";

    /** All who sell here. */
    public void loadAll() {
        list = sellers.list().stream().filter(Seller::active).map(cards::of).toList();
    }

    /** One seller's page; an unknown or suspended one is a Problem (NOT_FOUND). */
    public void loadOne() {
        var parameters = FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
        var found = Optional.ofNullable(parameters.get("slug"))
                .flatMap(sellers::findBySlug)
                .filter(Seller::active)
                .orElseThrow(() -> Problem.notFound("seller/unknown", "no such seller"));
        seller = cards.of(found);
        description = sellers.description(found.id(), visit.locale());
        since = Texts.of(
                visit.locale(),
                "sellers.since",
                DateTimeFormatter.ofPattern("LLLL yyyy", visit.locale())
                        .format(found.createdAt().atZone(ZoneOffset.UTC)));
        var asked = ListingQuery.read(
                parameters.keySet(), parameters::get, tenancy.current().currency());
        query = ListingQuery.all()
                .withSeller(found.slug())
                .withSort(asked.sort())
                .withPage(asked.page());
        listing = catalog.list(query, visit.locale());
        products = catalog.soldBy(found, listing.products(), visit.locale());
    }

    public List<SellerCard> getList() {
        return list;
    }

    public @Nullable SellerCard getSeller() {
        return seller;
    }

    public List<String> getParagraphs() {
        return Arrays.stream(description.split("\\R\\s*\\R"))
                .filter(text -> !text.isBlank())
                .toList();
    }

    public String getSince() {
        return since;
    }

    public List<ProductSummary> getProducts() {
        return products;
    }

    public String getCount() {
        return Texts.of(visit.locale(), "listing.count", listing.total());
    }

    public String getHeading() {
        return seller == null ? "" : Texts.of(visit.locale(), "sellers.shelf", seller.name());
    }

    public String getTitle() {
        var name = seller == null ? Texts.of(visit.locale(), "sellers.title") : seller.name();
        return Texts.of(visit.locale(), "listing.title", name, tenancy.current().name());
    }

    public String getCanonical() {
        return tenancy.address(tenancy.current()) + (seller == null ? paths.of("/sellers") : address(listing.page()));
    }

    public @Nullable String getPrevious() {
        return listing.page() > 1 ? address(listing.page() - 1) : null;
    }

    public @Nullable String getNext() {
        return listing.more() ? address(listing.page() + 1) : null;
    }

    public String getPage() {
        return Texts.of(visit.locale(), "listing.pageOf", listing.page(), listing.pages());
    }

    private String address(int page) {
        var rest =
                query.withSeller(null).withPage(page).address(tenancy.current().currency());
        return (seller == null ? "" : seller.href()) + (rest.isEmpty() ? "" : "?" + rest);
    }
}
