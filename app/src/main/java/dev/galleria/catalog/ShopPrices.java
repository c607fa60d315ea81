package dev.galleria.catalog;

import dev.galleria.catalog.ProductDetails.Offer;
import dev.galleria.platform.Exchange;
import dev.galleria.platform.Money;
import dev.galleria.tenancy.Visit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts what the catalog knows into the currency of the visit: every page that shows prices asks here, none converts by itself. */
@ApplicationScoped
public class ShopPrices {
    @Inject
    Visit visit;

    @Inject
    Instance<FixedPrices> fixed;

    /** The products at what whoever looks pays for one of them in the shopper's currency; a list's price is compared with nothing. */
    public List<ProductSummary> of(List<ProductSummary> products) {
        if (products.isEmpty()) {
            return products;
        }
        var exchange = visit.exchange();
        Map<OfferId, Money> general = new LinkedHashMap<>();
        products.forEach(product -> general.put(product.offer(), product.price()));
        var own = fixed.get().own(general, exchange.to());
        Map<OfferId, Money> known = exchange.same() ? Map.of() : known(general.keySet(), exchange);
        return products.stream()
                .map(product -> {
                    var price = own.get(product.offer());
                    return product.at(
                            price != null
                                    ? new ShownPrice(price, null, null)
                                    : new ShownPrice(product.price(), product.listPrice(), null)
                                            .in(exchange, known.get(product.offer())));
                })
                .toList();
    }

    /** Offers at what everybody pays for them in the shopper's currency. */
    public List<Offer> offers(List<Offer> offers) {
        var exchange = visit.exchange();
        if (exchange.same() || offers.isEmpty()) {
            return offers;
        }
        var known = known(offers.stream().map(Offer::id).toList(), exchange);
        return offers.stream()
                .map(offer -> {
                    var price = new ShownPrice(offer.price(), offer.listPrice(), offer.lowestBefore());
                    return offer.at(price.in(exchange, known.get(offer.id())));
                })
                .toList();
    }

    private Map<OfferId, Money> known(Collection<OfferId> offers, Exchange exchange) {
        return fixed.get().fixed(offers, exchange.to());
    }
}
