package dev.galleria.demodata;

import java.nio.file.Path;
import java.util.List;

/** Everything that one tenant's files say. */
record Market(
        TenantSettings settings,
        Wordbook words,
        List<Product> products,
        List<Offer> offers,
        List<Customer> customers,
        List<Order> orders) {

    /** Makes the marketplace whose {@code tenant.yaml} stands in the directory. */
    static Market of(Path directory) {
        TenantSettings settings = TenantSettings.read(directory);
        Wordbook words = Wordbook.read(settings);
        List<Product> products = new ProductMaker(settings, words).make();
        List<Offer> offers = new OfferMaker(settings, words).make(products);
        List<Customer> customers = new CustomerMaker(settings).make();
        List<Order> orders =
                new OrderMaker(settings, customers, offers, words.shape().baskets()).make();
        return new Market(settings, words, products, offers, customers, orders);
    }
}
