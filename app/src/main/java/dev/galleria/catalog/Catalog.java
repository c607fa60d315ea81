package dev.galleria.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the current marketplace offers, ready to be shown. Texts come in the asked-for language or else in the tenant's own.
 * Pages and listings are cached and forgotten when something they show changes; {@link #offered} is always read fresh.
 */
@ApplicationScoped
public class Catalog {

    /** The top categories and everything under them, in their order. */
    public List<CategoryNode> tree(Locale locale) {
        throw new UnsupportedOperationException();
    }

    /** A category's own page; empty when there is none of that slug. */
    public Optional<CategoryPage> category(String slug, Locale locale) {
        throw new UnsupportedOperationException();
    }

    /** All brands that have products to show, by name. */
    public List<Brand> brands(Locale locale) {
        throw new UnsupportedOperationException();
    }

    public Optional<Brand> brand(String slug, Locale locale) {
        throw new UnsupportedOperationException();
    }

    /** What products can be told apart by, with labels: filterable attributes and the shopper's options. */
    public List<Fact> facts(Locale locale) {
        throw new UnsupportedOperationException();
    }

    /** One page of products. An unknown category, brand or seller has no products. */
    public Listing list(ListingQuery query, Locale locale) {
        throw new UnsupportedOperationException();
    }

    /** A product's page; empty when there is no such product or it is not published. */
    public Optional<ProductDetails> product(String slug, Locale locale) {
        throw new UnsupportedOperationException();
    }

    /** Those of the products that can be shown, in the given order. */
    public List<ProductSummary> summaries(List<ProductId> products, Locale locale) {
        throw new UnsupportedOperationException();
    }

    /** Those of the offers that exist, with the prices of this moment. */
    public Map<OfferId, OfferedItem> offered(Collection<OfferId> offers, Locale locale) {
        throw new UnsupportedOperationException();
    }

    /** Offers by seller slug and SKU, for imports; those that do not exist are left out. */
    public Map<OfferKey, OfferId> offersByKey(Collection<OfferKey> keys) {
        throw new UnsupportedOperationException();
    }

    /** Takes inventory's word for which offers can be delivered. Repeating changes nothing. */
    public void stockChanged(Map<OfferId, Boolean> inStock) {
        throw new UnsupportedOperationException();
    }

    /** Adds sold units, for the order of best sellers. Not idempotent: call it from an event handler. */
    public void sold(Map<ProductId, Integer> units) {
        throw new UnsupportedOperationException();
    }

    /** Replaces what is known of a product's reviews; the sum is of stars, 1–5 each. Repeating changes nothing. */
    public void rated(ProductId product, long ratingSum, int ratingCount) {
        throw new UnsupportedOperationException();
    }
}
