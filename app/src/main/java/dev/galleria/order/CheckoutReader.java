package dev.galleria.order;

import dev.galleria.account.Address;
import dev.galleria.cart.CartLine;
import dev.galleria.cart.CartView;
import dev.galleria.cart.Carts;
import dev.galleria.payment.credit.Wallet;
import dev.galleria.platform.Money;
import dev.galleria.pricing.Deduction;
import dev.galleria.pricing.ParcelShipping;
import dev.galleria.pricing.PriceLine;
import dev.galleria.pricing.PriceRequest;
import dev.galleria.pricing.Pricing;
import dev.galleria.pricing.promotions.Promotions;
import dev.galleria.shipping.Shipping;
import dev.galleria.tenancy.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts a checkout together with its cart, the ways of shipping and the prices of this moment. */
@ApplicationScoped
class CheckoutReader {
    @Inject
    Carts carts;

    @Inject
    Shipping shipping;

    @Inject
    Pricing pricing;

    @Inject
    Promotions promotions;

    @Inject
    OrderStore orders;

    @Inject
    CheckoutStore checkouts;

    @Inject
    Wallet wallet;

    @Inject
    Tenancy tenancy;

    CheckoutView view(Checkout checkout) {
        var cart = carts.view(checkout.cart(), checkout.locale(), currency(checkout));
        var address = checkout.address();
        var parcels = parcels(checkout, cart, address);
        var placed = checkout.state() == CheckoutView.State.PLACED
                ? orders.ofCheckout(checkout.id()).map(OrderStore.Placed::order).orElse(null)
                : null;
        return new CheckoutView(
                checkout.id(),
                CheckoutStore.token(checkout.id()),
                checkout.state(),
                step(cart, checkout.email(), address, parcels),
                checkout.notice(),
                checkout.email(),
                address,
                cart,
                parcels,
                checkout.open() ? null : checkout.deal(),
                placed);
    }

    /** What it is paid in. */
    Currency currency(Checkout checkout) {
        return checkout.currency().orElse(tenancy.current().currency());
    }

    /** What would be paid now. Only for a view whose step is PAYMENT. */
    Deal deal(CheckoutView view) {
        var address = view.address();
        var email = view.email();
        if (view.step() != CheckoutStep.PAYMENT || address == null || email == null) {
            throw new IllegalStateException(view.id() + " still needs " + view.step());
        }
        var items = new ArrayList<Deal.Item>();
        var lines = new ArrayList<PriceLine>();
        for (var parcel : view.parcels()) {
            for (var line : parcel.goods().lines()) {
                int lineNo = items.size() + 1;
                items.add(item(lineNo, line));
                lines.add(priceLine(lineNo, line));
            }
        }
        var rates = view.parcels().stream()
                .map(parcel -> new ParcelShipping(
                        parcel.seller(), parcel.choice().orElseThrow().price()))
                .toList();
        var quote = pricing.price(new PriceRequest(
                address.country(), address.region(), lines, rates, deductions(view, items, lines, rates)));
        var parcels = view.parcels().stream().map(CheckoutReader::parcel).toList();
        var exchange = tenancy.current().exchange(quote.total().currency());
        var account = checkouts.read(view.id()).account().orElse(null);
        var credit = wallet.shares(view.id().value(), account, quote.total());
        return new Deal(email, address, List.copyOf(items), parcels, quote, exchange.same() ? null : exchange, credit);
    }

    private List<Deduction> deductions(
            CheckoutView view, List<Deal.Item> items, List<PriceLine> lines, List<ParcelShipping> parcels) {
        var products = items.stream().collect(Collectors.toMap(Deal.Item::lineNo, Deal.Item::product));
        var currency = lines.get(0).unitPrice().currency();
        var cart = checkouts.read(view.id()).cart();
        return promotions.deductions(
                new Promotions.Goods(currency, lines, products, parcels),
                cart.value(),
                cart.account().orElse(null));
    }

    private List<CheckoutView.Parcel> parcels(Checkout checkout, CartView cart, @Nullable Address address) {
        if (address == null) {
            return List.of();
        }
        var choices = checkout.choices();
        return cart.parcels().stream()
                .map(goods -> new CheckoutView.Parcel(
                        goods,
                        shipping.options(address.country(), goods.subtotal(), checkout.locale()),
                        choices.get(goods.seller().toString())))
                .toList();
    }

    private static CheckoutStep step(
            CartView cart, @Nullable String email, @Nullable Address address, List<CheckoutView.Parcel> parcels) {
        if (!cart.ready()) {
            return CheckoutStep.CART;
        }
        if (email == null || address == null) {
            return CheckoutStep.ADDRESS;
        }
        boolean chosen = parcels.stream().allMatch(parcel -> parcel.choice().isPresent());
        return chosen ? CheckoutStep.PAYMENT : CheckoutStep.SHIPPING;
    }

    private static PriceLine priceLine(int lineNo, CartLine line) {
        var item = line.item();
        return new PriceLine(
                lineNo,
                item.seller(),
                item.title(),
                item.price(),
                line.quantity(),
                Money.zero(item.price().currency()),
                item.taxClass());
    }

    private static Deal.Item item(int lineNo, CartLine line) {
        var item = line.item();
        return new Deal.Item(
                lineNo,
                item.offer(),
                item.product(),
                item.variant(),
                item.seller(),
                item.slug(),
                item.sku(),
                item.title(),
                item.choices(),
                item.imageKey(),
                line.quantity());
    }

    private static Deal.Parcel parcel(CheckoutView.Parcel parcel) {
        var option = parcel.choice().orElseThrow();
        return new Deal.Parcel(
                parcel.seller(),
                parcel.goods().sellerName(),
                option.code(),
                option.label(),
                option.minDays(),
                option.maxDays());
    }
}
