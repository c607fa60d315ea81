package dev.galleria.notification;

import dev.galleria.catalog.Catalog;
import dev.galleria.catalog.OfferId;
import dev.galleria.catalog.OfferedItem;
import dev.galleria.inventory.notices.LowStock;
import dev.galleria.inventory.notices.StockRequests;
import dev.galleria.platform.Texts;
import dev.galleria.seller.SellerId;
import dev.galleria.seller.Sellers;
import dev.galleria.tenancy.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes and queues the mails about stock. */
@ApplicationScoped
class StockMails {
    private static final int NAMED = 20;

    @Inject
    StockRequests requests;

    @Inject
    Catalog catalog;

    @Inject
    Sellers sellers;

    @Inject
    Mailer mailer;

    @Inject
    Letters letters;

    @Inject
    Tenancy tenancy;

    /** Is the address right? */
    void confirm(UUID id) {
        requests.find(id)
                .filter(request -> request.state() == StockRequests.State.ASKED)
                .ifPresent(request -> {
                    var link = shop(request.locale()) + "/stock-notice/" + requests.token(id);
                    send("asked", request, link, "");
                });
    }

    /** It can be had again. */
    void back(UUID id) {
        requests.find(id).ifPresent(request -> {
            var item = item(request.offer(), request.locale());
            if (item != null && item.onSale()) {
                var shop = shop(request.locale());
                send("back", request, shop + "/p/" + item.slug(), shop + "/stock-notice/" + requests.token(id));
            }
        });
    }

    /** Tells a seller what is running low. */
    void low(LowStock event) {
        var seller = sellers.find(new SellerId(event.seller()));
        if (seller.isEmpty()) {
            return;
        }
        var locale = tenancy.current().defaultLocale();
        var named = catalog.offered(
                event.offers().stream().limit(NAMED).map(OfferId::new).toList(), locale);
        var names = named.values().stream()
                .map(item -> item.title() + " (" + item.sku() + ")")
                .collect(Collectors.joining(", "));
        var more = event.offers().size() > named.size() ? " …" : "";
        queue(
                "low-stock:" + event.eventId(),
                seller.get().email(),
                locale,
                values(
                        "low",
                        locale,
                        event.offers().size(),
                        names + more,
                        shop(locale) + "/backoffice/stock?low=1",
                        ""));
    }

    private void send(String kind, StockRequests.Request request, String address, String stop) {
        var item = item(request.offer(), request.locale());
        if (item == null) {
            return;
        }
        var name = item.choices().isEmpty() ? item.title() : item.title() + ", " + item.choices();
        queue(
                "stock-" + kind + ":" + request.id(),
                request.email(),
                request.locale(),
                values(kind, request.locale(), name, name, address, stop));
    }

    private Map<String, Object> values(
            String kind, Locale locale, Object subject, String lead, String address, String stop) {
        var tenant = tenancy.current();
        var key = "mail.stock." + kind + '.';
        var values = new HashMap<String, Object>();
        values.put("lang", locale.toLanguageTag());
        values.put("shop", tenant.name());
        values.put("shopAddress", shop(locale) + "/");
        values.put("address", address);
        values.put("stop", stop);
        values.put("subject", Texts.of(locale, key + "subject", subject));
        values.put(
                "texts",
                Map.of(
                        "title", Texts.of(locale, key + "title"),
                        "lead", Texts.of(locale, key + "lead", lead),
                        "do", Texts.of(locale, key + "do"),
                        "ignore", Texts.of(locale, key + "ignore"),
                        "stop", Texts.of(locale, "mail.stock.stop"),
                        "footer", Texts.of(locale, "mail.footer", tenant.name())));
        return values;
    }

    private void queue(String reference, String recipient, Locale locale, Map<String, Object> values) {
        mailer.queue(new NewMail(
                reference,
                recipient,
                locale,
                values.get("subject").toString(),
                letters.html("stock", values, locale),
                letters.text("stock", values, locale)));
    }

    private @Nullable OfferedItem item(OfferId offer, Locale locale) {
        return catalog.offered(List.of(offer), locale).get(offer);
    }

    private String shop(Locale locale) {
        var tenant = tenancy.current();
        boolean own = locale.getLanguage().equals(tenant.defaultLocale().getLanguage());
        return tenancy.address(tenant) + (own ? "" : "/" + locale.getLanguage());
    }
}
