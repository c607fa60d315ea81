package dev.galleria.cart;

import dev.galleria.catalog.Catalog;
import dev.galleria.catalog.OfferId;
import dev.galleria.catalog.OfferedItem;
import dev.galleria.inventory.Inventory;
import dev.galleria.inventory.Supply;
import dev.galleria.platform.FailPoint;
import dev.galleria.platform.Json;
import dev.galleria.platform.Problem;
import dev.galleria.platform.cluster.StoredMap;
import dev.galleria.platform.cluster.StoredMaps;
import dev.galleria.pricing.lists.OfferPrices;
import dev.galleria.pricing.lists.PriceBook;
import dev.galleria.tenancy.Tenancy;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The carts of the current marketplace. A cart reserves nothing. One change of a cart happens at a time on all nodes;
 * a cart that nobody changes is forgotten after seven days.
 */
@ApplicationScoped
public class Carts {
    @Inject
    StoredMaps maps;

    @Inject
    CartCopies copies;

    @Inject
    Tenancy tenancy;

    @Inject
    Catalog catalog;

    @Inject
    Inventory inventory;

    @Inject
    OfferPrices prices;

    private StoredMap carts;

    @PostConstruct
    void open() {
        carts = maps.create("carts", CartCopies.LIFE, copies);
    }

    /** Being called is enough: the map is open on this node from now on. */
    void keep() {}

    /**
     * The cart with the prices and the stock of this moment; an unknown cart is an empty one. A currency that the marketplace
     * does not sell in is its own, here and below.
     */
    public CartView view(CartKey key, Locale locale, Currency currency) {
        var lines = content(key).lines();
        var offers = lines.stream().map(CartContent.Line::offer).toList();
        var book = prices(key, offers, currency);
        if (offers.isEmpty()) {
            return CartAssembly.view(
                    lines, Map.of(), Map.of(), book, book.exchange().to());
        }
        return CartAssembly.view(
                lines,
                catalog.offered(offers, locale),
                inventory.supply(offers),
                book,
                book.exchange().to());
    }

    /** How many pieces are in the cart. */
    public int count(CartKey key) {
        return content(key).count();
    }

    /**
     * Adds so many (1–99, else a Problem REFUSED) to what is there. The add key is made for one wish: sent again, it adds
     * nothing and gets the first answer; with another offer or number it is a Problem (REFUSED).
     */
    public CartChange add(CartKey key, OfferId offer, int quantity, String addKey, Locale locale, Currency currency) {
        requireAllowed(quantity);
        var wish = new Addition(addKey, offer, quantity);
        var item = catalog.offered(List.of(offer), locale).get(offer);
        if (item == null || !item.onSale()) {
            return wish.answered(content(key)).orElseGet(CartChange.NotForSale::new);
        }
        int available = orderable(offer);
        var book = prices(key, List.of(offer), currency);
        return decide(key, content -> {
            var answered = wish.answered(content);
            return answered.isPresent()
                    ? new Decision(content, answered.get())
                    : wish.remembered(set(content, item, book, content.quantity(offer) + quantity, available));
        });
    }

    /** Sets a line to so many (1–99, else a Problem REFUSED); an offer that is not in the cart is a Problem (NOT_FOUND). */
    public CartChange change(CartKey key, OfferId offer, int quantity, Locale locale, Currency currency) {
        requireAllowed(quantity);
        var item = catalog.offered(List.of(offer), locale).get(offer);
        int available = orderable(offer);
        var book = prices(key, List.of(offer), currency);
        return decide(key, content -> {
            int before = content.quantity(offer);
            if (before == 0) {
                throw Problem.notFound("cart/no-such-line", offer);
            }
            return item == null || !item.onSale()
                    ? new Decision(content, new CartChange.NotForSale())
                    : set(content, item, book, quantity, available);
        });
    }

    /** Takes a line out; false if there was none. Repeating changes nothing. */
    public boolean remove(CartKey key, OfferId offer) {
        var before = new AtomicBoolean();
        change(key, content -> {
            before.set(content.quantity(offer) > 0);
            return content.remove(offer);
        });
        return before.get();
    }

    /** Takes everything out. */
    public void clear(CartKey key) {
        change(key, content -> new CartContent(content.id(), List.of(), content.done()));
    }

    /** Takes out what a purchase has bought, once per purchase; what was added meanwhile stays. */
    public void removeBought(CartKey key, String purchase, Map<OfferId, Integer> bought) {
        var once = "bought:" + purchase;
        change(
                key,
                content ->
                        content.hasDone(once) ? content : content.minus(bought).remember(once));
    }

    /** Notes that the shopper has seen today's prices: they are no longer announced as changed. */
    public void acceptPrices(CartKey key, Locale locale, Currency currency) {
        var offers = content(key).lines().stream().map(CartContent.Line::offer).toList();
        if (offers.isEmpty()) {
            return;
        }
        var offered = catalog.offered(offers, locale);
        var book = prices(key, offers, currency);
        change(
                key,
                content -> content.each(line -> {
                    var item = offered.get(line.offer());
                    return item == null ? line : line(book.sold(item, line.quantity()), line.quantity());
                }));
    }

    /**
     * Moves a visitor's cart into an account's: quantities add up, within the limits. Can be repeated after it was cut off
     * anywhere: the same filling is added once.
     */
    public void merge(CartKey visitor, CartKey account) {
        carts.change(name(visitor), text -> {
            if (text != null) {
                var from = Json.read(text, CartContent.class);
                if (!from.lines().isEmpty()) {
                    change(account, content -> content.merge(from));
                    FailPoint.hit("cart.merge.mid");
                }
            }
            return null;
        });
    }

    private int orderable(OfferId offer) {
        return inventory.supply(List.of(offer)).getOrDefault(offer, Supply.NONE).orderable();
    }

    /** What a cart becomes, and what is said of it. */
    record Decision(CartContent content, CartChange answer) {}

    private static Decision set(CartContent content, OfferedItem item, PriceBook book, int quantity, int available) {
        int before = content.quantity(item.offer());
        if (quantity > Quantity.MAX || before == 0 && content.full()) {
            return new Decision(content, new CartChange.Full(Quantity.MAX, CartContent.MAX_LINES));
        }
        // Taking some out is always possible, even if what stays is still more than can be had.
        if (quantity > available && quantity >= before) {
            return new Decision(content, new CartChange.TooFew(available, before));
        }
        var changed = content.put(line(book.sold(item, quantity), quantity));
        return new Decision(changed, new CartChange.Done(quantity, changed.count()));
    }

    private CartChange decide(CartKey key, Function<CartContent, Decision> decision) {
        var answer = new AtomicReference<CartChange>();
        change(key, content -> {
            var decided = decision.apply(content);
            answer.set(decided.answer());
            return decided.content();
        });
        return answer.get();
    }

    private void change(CartKey key, UnaryOperator<CartContent> change) {
        carts.change(name(key), text -> {
            var before = text == null ? CartContent.empty() : Json.read(text, CartContent.class);
            var after = change.apply(before);
            return after.equals(before) ? text : Json.write(after);
        });
    }

    private CartContent content(CartKey key) {
        return carts.get(name(key))
                .map(text -> Json.read(text, CartContent.class))
                .orElseGet(CartContent::empty);
    }

    private String name(CartKey key) {
        return CartCopies.key(tenancy.current().id(), key);
    }

    /** The cart's prices are its account's, or a visitor's. */
    private PriceBook prices(CartKey key, List<OfferId> offers, Currency currency) {
        return prices.of(offers, key.account().orElse(null), currency);
    }

    private static CartContent.Line line(OfferedItem item, int quantity) {
        return new CartContent.Line(
                item.offer(),
                item.title(),
                quantity,
                item.price().minorUnits(),
                item.price().currency());
    }

    private static void requireAllowed(int quantity) {
        if (!Quantity.allowed(quantity)) {
            throw Problem.refused("cart/quantity", quantity);
        }
    }
}
