package dev.galleria.cart;

import dev.galleria.catalog.ProductId;
import dev.galleria.platform.Money;
import dev.galleria.pricing.Deduction;
import dev.galleria.pricing.PriceLine;
import dev.galleria.pricing.promotions.Promotions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** What the promotions of this moment, and the coupon that was given, take off a cart's goods before anything is sent. */
@ApplicationScoped
public class CartDeductions {
    @Inject
    Promotions promotions;

    /** Line numbers are the places of the lines that can be bought, from 1. Changes nothing and promises nothing. */
    public List<Deduction> of(CartKey key, CartView cart) {
        var lines = new ArrayList<PriceLine>();
        var products = new HashMap<Integer, ProductId>();
        for (var line : cart.lines().filter(CartLine::buyable).toList()) {
            var item = line.item();
            int lineNo = lines.size() + 1;
            products.put(lineNo, item.product());
            lines.add(new PriceLine(
                    lineNo,
                    item.seller(),
                    item.title(),
                    item.price(),
                    line.quantity(),
                    Money.zero(item.price().currency()),
                    item.taxClass()));
        }
        return lines.isEmpty()
                ? List.of()
                : promotions.deductions(
                        new Promotions.Goods(cart.subtotal().currency(), lines, products, List.of()),
                        key.value(),
                        key.account().orElse(null));
    }
}
