package dev.galleria.inventory.web;

import dev.galleria.catalog.OfferId;
import dev.galleria.inventory.Inventory;
import dev.galleria.platform.Texts;
import dev.galleria.tenancy.Visit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How much is free to be sold of the offers that a page of the back office shows, asked for all at once. */
@Named("officeStock")
@RequestScoped
public class OfficeStock {
    @Inject
    Inventory inventory;

    @Inject
    Visit visit;

    private @Nullable Map<OfferId, Integer> free;

    /** In words, for the offer that the page has under that key; empty when it has none. */
    public String of(Map<String, OfferId> offers, @Nullable String key) {
        var offer = key == null ? null : offers.get(key);
        if (offer == null) {
            return "";
        }
        if (free == null) {
            free = inventory.available(offers.values());
        }
        return Texts.of(visit.locale(), "office.stock.free", free.getOrDefault(offer, 0));
    }
}
