package dev.galleria.notification;

import dev.galleria.account.AccountLinks;
import dev.galleria.account.AccountNotice;
import dev.galleria.platform.EventHandler;
import dev.galleria.platform.Texts;
import dev.galleria.tenancy.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;

/** Tells the owner of an address what is happening to an account. */
@ApplicationScoped
class MailAccount implements EventHandler<AccountNotice> {
    @Inject
    Mailer mailer;

    @Inject
    Letters letters;

    @Inject
    Tenancy tenancy;

    @Override
    public Class<AccountNotice> type() {
        return AccountNotice.class;
    }

    @Override
    public void handle(AccountNotice event) {
        var locale = Locale.forLanguageTag(event.locale());
        var values = values(event, locale);
        mailer.queue(new NewMail(
                "account:" + event.eventId(),
                event.email(),
                locale,
                values.get("subject").toString(),
                letters.html("account", values, locale),
                letters.text("account", values, locale)));
    }

    private Map<String, Object> values(AccountNotice event, Locale locale) {
        var tenant = tenancy.current();
        var own = locale.getLanguage().equals(tenant.defaultLocale().getLanguage());
        var shop = tenancy.address(tenant) + (own ? "" : "/" + locale.getLanguage());
        var key = "mail.account." + event.kind().name().toLowerCase(Locale.ROOT) + '.';
        return Map.of(
                "lang", locale.toLanguageTag(),
                "shop", tenant.name(),
                "shopAddress", shop + "/",
                "address", shop + path(event),
                "subject", Texts.of(locale, key + "subject", tenant.name()),
                "texts",
                        Map.of(
                                "title", Texts.of(locale, key + "title"),
                                "lead", Texts.of(locale, key + "lead"),
                                "do", Texts.of(locale, key + "do"),
                                "ignore", ignore(event.kind(), locale),
                                "footer", Texts.of(locale, "mail.account.footer", tenant.name())));
    }

    private static String path(AccountNotice event) {
        return switch (event.kind()) {
            case CONFIRM, RESET -> "/password/" + AccountLinks.token(event.eventId());
            case KNOWN -> "/sign-in";
            case CHANGED, GUESSED -> "/password";
        };
    }

    private static String ignore(AccountNotice.Kind kind, Locale locale) {
        return switch (kind) {
            case CONFIRM, KNOWN, RESET -> Texts.of(locale, "mail.account.ignore");
            case CHANGED, GUESSED -> "";
        };
    }
}
