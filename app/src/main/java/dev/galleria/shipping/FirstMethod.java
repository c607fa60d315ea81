package dev.galleria.shipping;

import dev.galleria.platform.Money;
import dev.galleria.tenancy.Founding;
import dev.galleria.tenancy.TenantDefaults;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gives a new marketplace a way of sending inside its country: five units of its currency, to be changed by its owner. */
@ApplicationScoped
class FirstMethod implements TenantDefaults {
    @Inject
    Shipping shipping;

    @Override
    public int order() {
        return 20;
    }

    @Override
    public String step() {
        return "shipping";
    }

    @Override
    public void apply(Founding founding) {
        var tenant = founding.tenant();
        var labels = Map.of("en", "Standard delivery", "de", "Standardversand", "fr", "Livraison standard");
        var price = Money.of("5", tenant.currency().getCurrencyCode());
        shipping.define(
                List.of(new ShippingMethod("standard", labels, Set.of(tenant.country()), price, null, 2, 4, 1)));
    }
}
