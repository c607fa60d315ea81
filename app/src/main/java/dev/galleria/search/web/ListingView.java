package dev.galleria.search.web;

import dev.galleria.catalog.Brand;
import dev.galleria.catalog.Catalog;
import dev.galleria.catalog.CategoryPage;
import dev.galleria.catalog.Listing;
import dev.galleria.catalog.ListingQuery;
import dev.galleria.catalog.ProductSummary;
import dev.galleria.catalog.Whereabouts;
import dev.galleria.catalog.collections.ShopCollections;
import dev.galleria.catalog.collections.ShownCollection;
import dev.galleria.platform.Problem;
import dev.galleria.platform.Texts;
import dev.galleria.platform.web.MovedPage;
import dev.galleria.search.Search;
import dev.galleria.search.SearchQuery;
import dev.galleria.search.SearchResult;
import dev.galleria.tenancy.ShopPaths;
import dev.galleria.tenancy.Tenancy;
import dev.galleria.tenancy.Visit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One page of products with what narrows and orders it: a department's, a brand's, a collection's, or what was searched for. */
@Named("listing")
@RequestScoped
public class ListingView {
    private static final int OFTEN = 4;

    @Inject
    Catalog catalog;

    @Inject
    ShopCollections collections;

    @Inject
    Search search;

    @Inject
    SearchRedirect redirect;

    @Inject
    CountedSearch counted;

    @Inject
    Tenancy tenancy;

    @Inject
    ShopPaths paths;

    @Inject
    Visit visit;

    private @Nullable CategoryPage category;
    private @Nullable Brand brand;
    private SearchQuery query = SearchQuery.of("", ListingQuery.all());
    private @Nullable ShownCollection collection;
    private ListingAddress address = new ListingAddress(
            ListingAddress.Place.SEARCH, "", Currency.getInstance("EUR"), ListingQuery.Sort.BEST_SELLING);
    private Listing listing = new Listing(List.of(), 0, 1, 1);
    private SearchResult found = SearchResult.nothing();
    private List<ProductSummary> often = List.of();
    private Narrowing narrowing = Narrowing.NONE;

    /** A department's page; an unknown one is a Problem (NOT_FOUND). */
    public void loadCategory() {
        var slug = Optional.ofNullable(parameter("slug")).orElse("");
        category = catalog.category(slug, locale()).orElse(null);
        if (category == null) {
            if (catalog.whereIsCategory(slug) instanceof Whereabouts.Moved moved) {
                MovedPage.to(paths.of("/c/" + moved.slug()));
                return;
            }
            throw Problem.notFound("catalog/unknown-category", "no such category");
        }
        begin(
                ListingAddress.Place.CATEGORY,
                "",
                read().withCategory(category.slug()).withPage(read().page()));
    }

    /** A brand's page; an unknown one is a Problem (NOT_FOUND). */
    public void loadBrand() {
        var slug = parameter("slug");
        brand = catalog.brand(slug == null ? "" : slug, locale())
                .orElseThrow(() -> Problem.notFound("catalog/unknown-brand", "no such brand"));
        begin(ListingAddress.Place.BRAND, "", read().withBrand(brand.slug()).withPage(read().page()));
    }

    /** A collection's page in its own order unless another is asked for; an unknown one is a Problem (NOT_FOUND). */
    public void loadCollection() {
        var slug = Optional.ofNullable(parameter("slug")).orElse("");
        collection = collections.find(slug, locale()).orElse(null);
        if (collection == null) {
            if (!(collections.whereIs(slug) instanceof Whereabouts.Moved moved)) {
                throw Problem.notFound("catalog/unknown-collection", "no such collection");
            }
            MovedPage.to(paths.of("/collections/" + moved.slug()));
            return;
        }
        var asked = read();
        var sort = parameter("sort") == null ? collection.sort() : asked.sort();
        begin(
                ListingAddress.Place.COLLECTION,
                "",
                asked.withCollection(slug).withSort(sort).withPage(asked.page()));
    }

    /** What was searched for, or everything. */
    public void loadSearch() {
        if (redirect.follow(parameter("q"))) {
            return;
        }
        begin(ListingAddress.Place.SEARCH, parameter("q"), read());
    }

    private void begin(ListingAddress.Place place, @Nullable String words, ListingQuery filters) {
        var first = collection == null ? ListingQuery.Sort.BEST_SELLING : collection.sort();
        address = new ListingAddress(place, paths.base(), visit.currency(), first);
        query = SearchQuery.of(words, filters).priced(visit.exchange());
        if (category == null) {
            category = chosenCategory();
        }
        found = search.search(query, locale());
        listing = found.listing();
        narrowing = Narrowing.of(query, address, found.facets(), category, brand == null, locale());
        if (place == ListingAddress.Place.SEARCH) {
            counted.count(query, found, isFiltered());
        }
        if (listing.total() == 0) {
            often = catalog.list(ListingQuery.all().withSize(OFTEN), locale()).products();
        }
    }

    public String getHeading() {
        if (brand != null) {
            return brand.name();
        }
        if (collection != null) {
            return collection.title();
        }
        if (address.place() == ListingAddress.Place.CATEGORY && category != null) {
            return category.title();
        }
        if (!query.hasWords()) {
            return Texts.of(locale(), "search.everything");
        }
        return Texts.of(
                locale(), isNothing() || found.nearest() ? "search.nothing" : "search.resultsFor", query.words());
    }

    /** A sentence or two under the heading; empty if nobody wrote any. */
    public String getLead() {
        if (brand != null) {
            return brand.description();
        }
        if (collection != null) {
            return collection.description();
        }
        return address.place() == ListingAddress.Place.CATEGORY && category != null ? category.description() : "";
    }

    public String getTitle() {
        return Texts.of(
                locale(), "listing.title", getHeading(), tenancy.current().name());
    }

    public String getDescription() {
        return Texts.of(
                locale(),
                "listing.description",
                getHeading(),
                listing.total(),
                tenancy.current().name());
    }

    /** Search engines keep the plain pages of departments and brands, not every combination of filters. */
    public String getRobots() {
        return address.place() == ListingAddress.Place.SEARCH || isFiltered() || collection != null && category != null
                ? "noindex,follow"
                : "index,follow";
    }

    /** The page's own address, with the page's number and without filters. */
    public String getCanonical() {
        var plain = ListingQuery.all()
                .withCategory(
                        address.place() == ListingAddress.Place.BRAND || collection != null
                                ? null
                                : query.filters().category())
                .withCollection(query.filters().collection())
                .withSort(address.first())
                .withBrand(brand == null ? null : brand.slug())
                .withPage(listing.page());
        return tenancy.address(tenancy.current()) + address.of(new SearchQuery(query.words(), plain));
    }

    /** The way from the top to the department; empty elsewhere. */
    public List<FacetLink> getCrumbs() {
        return category == null
                ? List.of()
                : category.breadcrumb().stream()
                        .map(crumb -> FacetLink.plain(crumb.title(), paths.of("/c/" + crumb.slug())))
                        .toList();
    }

    public @Nullable CategoryPage getCategory() {
        return category;
    }

    /** Gives up the department but keeps the rest. */
    public String getAllDepartments() {
        return to(filters().withCategory(null));
    }

    public List<FacetLink> getCategories() {
        return narrowing.categories();
    }

    /** The other filters with their values. */
    public List<FacetGroup> getGroups() {
        return narrowing.groups();
    }

    public List<FacetLink> getPrices() {
        return narrowing.prices();
    }

    /** What is filtered by now; following one gives it up. */
    public List<FacetLink> getChips() {
        return narrowing.chips();
    }

    /** The same listing without any filter. */
    public String getCleared() {
        return to(ListingQuery.all()
                .withCategory(
                        address.place() == ListingAddress.Place.CATEGORY
                                ? filters().category()
                                : null)
                .withBrand(brand == null ? null : brand.slug())
                .withCollection(filters().collection())
                .withSort(filters().sort()));
    }

    public List<SortChoice> getSorts() {
        return SortChoice.of(query, collection != null && collection.picked(), locale());
    }

    /** Where forms of this page send their fields. */
    public String getAction() {
        return address.path(query);
    }

    public List<ListingAddress.Parameter> getBesidesSort() {
        return address.without(query, "sort");
    }

    public List<ListingAddress.Parameter> getBesidesPrice() {
        return address.without(query, "price");
    }

    public @Nullable String getMin() {
        return PriceRange.of(filters(), address.currency()).min();
    }

    public @Nullable String getMax() {
        return PriceRange.of(filters(), address.currency()).max();
    }

    public String getCurrency() {
        return visit.currency().getSymbol(locale());
    }

    public List<ProductSummary> getProducts() {
        return listing.products();
    }

    /** Best sellers for those who found nothing. */
    public List<ProductSummary> getOften() {
        return often;
    }

    /** What was asked for. */
    SearchQuery getQuery() {
        return query;
    }

    public String getWords() {
        return query.words();
    }

    public boolean isNothing() {
        return listing.total() == 0;
    }

    public boolean isFiltered() {
        return !getChips().isEmpty();
    }

    /** Nothing has all the words that were typed; what is shown has some of them. */
    public boolean isNearest() {
        return found.nearest();
    }

    /** What was probably meant, and where it leads; null when the words stand for themselves. */
    public @Nullable FacetLink getMeant() {
        return found.meant() == null
                ? null
                : FacetLink.plain(found.meant(), address.of(SearchQuery.of(found.meant(), filters())));
    }

    public boolean isReduced() {
        return found.reduced();
    }

    /** Leads from the filters, which cover the page on a phone, back to the products. */
    public String getShow() {
        return Texts.of(locale(), "listing.show", listing.total());
    }

    /** "25–48 of 120 products". */
    public String getCount() {
        return PageLink.words(listing, filters().size(), locale());
    }

    public List<PageLink> getPages() {
        return listing.pages() < 2 ? List.of() : PageLink.around(listing.page(), listing.pages(), this::page);
    }

    public @Nullable String getPrevious() {
        return listing.page() > 1 ? page(listing.page() - 1) : null;
    }

    public @Nullable String getNext() {
        return listing.more() ? page(listing.page() + 1) : null;
    }

    private String page(int number) {
        return to(filters().withPage(number));
    }

    private String to(ListingQuery wanted) {
        return address.of(new SearchQuery(query.words(), wanted));
    }

    private @Nullable CategoryPage chosenCategory() {
        return Optional.ofNullable(filters().category())
                .flatMap(slug -> catalog.category(slug, locale()))
                .orElse(null);
    }

    private ListingQuery filters() {
        return query.filters();
    }

    private ListingQuery read() {
        return ListingQuery.read(
                FacesContext.getCurrentInstance()
                        .getExternalContext()
                        .getRequestParameterMap()
                        .keySet(),
                ListingView::parameter,
                visit.currency());
    }

    private Locale locale() {
        return visit.locale();
    }

    private static @Nullable String parameter(String name) {
        return FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterMap()
                .get(name);
    }
}
