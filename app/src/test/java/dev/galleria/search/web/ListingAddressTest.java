package dev.galleria.search.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.galleria.catalog.ListingQuery;
import dev.galleria.catalog.ListingQuery.Sort;
import dev.galleria.search.SearchQuery;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListingAddressTest {
    private static final Currency EUR = Currency.getInstance("EUR");

    @Test
    void aDepartmentKeepsItsPathAndPutsFiltersIntoTheQuery() {
        var filters = ListingQuery.all()
                .withCategory("women")
                .withInStock(true)
                .withSort(Sort.PRICE_UP)
                .withPage(3);

        assertThat(at(ListingAddress.Place.CATEGORY, "/de").of(SearchQuery.of("", filters)))
                .isEqualTo("/de/c/women?stock=1&sort=price-up&page=3");
    }

    @Test
    void leavingADepartmentLeadsToTheSearchPage() {
        assertThat(at(ListingAddress.Place.CATEGORY, "").of(SearchQuery.of("", ListingQuery.all())))
                .isEqualTo("/search");
    }

    @Test
    void aBrandsPageCarriesTheDepartmentButNotTheBrandInTheQuery() {
        var filters = ListingQuery.all().withBrand("lindholt").withCategory("women");

        assertThat(at(ListingAddress.Place.BRAND, "").of(SearchQuery.of("", filters)))
                .isEqualTo("/brands/lindholt?category=women");
    }

    @Test
    void aCollectionNamesTheOrderOnlyWhenItIsNotItsOwn() {
        var newest = new ListingAddress(ListingAddress.Place.COLLECTION, "/fr", EUR, Sort.NEWEST);
        var own =
                ListingQuery.all().withCollection("gifts").withCategory("women").withSort(Sort.NEWEST);

        assertThat(newest.of(SearchQuery.of("", own))).isEqualTo("/fr/collections/gifts?category=women");
        assertThat(newest.of(SearchQuery.of("", own.withSort(Sort.BEST_SELLING).withPage(2))))
                .isEqualTo("/fr/collections/gifts?category=women&sort=best-selling&page=2");
    }

    @Test
    void wordsAreEncoded() {
        assertThat(at(ListingAddress.Place.SEARCH, "").of(SearchQuery.of("Käse & Brot", ListingQuery.all())))
                .isEqualTo("/search?q=K%C3%A4se+Brot");
    }

    @Test
    void aFormCarriesEverythingButItsOwnFieldsAndThePage() {
        var filters = ListingQuery.all()
                .withCategory("women")
                .withPrices(1000L, 2550L)
                .withSort(Sort.NEWEST)
                .withPage(4);
        var address = at(ListingAddress.Place.SEARCH, "");

        assertThat(address.without(SearchQuery.of("coat", filters), "sort"))
                .isEqualTo(List.of(
                        new ListingAddress.Parameter("q", "coat"),
                        new ListingAddress.Parameter("category", "women"),
                        new ListingAddress.Parameter("price", "10-25.5")));
        assertThat(address.path(SearchQuery.of("coat", filters))).isEqualTo("/search");
    }

    private static ListingAddress at(ListingAddress.Place place, String base) {
        return new ListingAddress(place, base, EUR, Sort.BEST_SELLING);
    }
}
