package dev.galleria.notification;

import dev.galleria.order.CheckoutRefunded;
import dev.galleria.platform.EventHandler;
import dev.galleria.platform.MoneyText;
import dev.galleria.platform.Texts;
import dev.galleria.tenancy.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;

/** Tells a buyer whose payment came too late that all of it goes back. */
@ApplicationScoped
class MailRefund implements EventHandler<CheckoutRefunded> {
    @Inject
    Mailer mailer;

    @Inject
    Letters letters;

    @Inject
    Tenancy tenancy;

    @Override
    public Class<CheckoutRefunded> type() {
        return CheckoutRefunded.class;
    }

    @Override
    public void handle(CheckoutRefunded event) {
        var locale = Locale.forLanguageTag(event.locale());
        var values = values(event, locale);
        mailer.queue(new NewMail(
                "checkout-refunded:" + event.checkout().value(),
                event.email(),
                locale,
                values.get("subject").toString(),
                letters.html("refused", values, locale),
                letters.text("refused", values, locale)));
    }

    private Map<String, Object> values(CheckoutRefunded event, Locale locale) {
        var tenant = tenancy.current();
        return Map.of(
                "lang", locale.toLanguageTag(),
                "shop", tenant.name(),
                "shopAddress", tenancy.address(tenant) + "/",
                "subject", Texts.of(locale, "mail.refused.subject", tenant.name()),
                "texts",
                        Map.of(
                                "title", Texts.of(locale, "mail.refused.title"),
                                "lead", Texts.of(locale, "mail.refused.lead"),
                                "money", Texts.of(locale, "mail.refused.money", MoneyText.of(event.amount(), locale)),
                                "footer", Texts.of(locale, "mail.footer", tenant.name())));
    }
}
