package dev.galleria.tenancy.web;

import dev.galleria.platform.Settings;
import dev.galleria.tenancy.Tenancy;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import java.util.regex.Pattern;

/**
 * What the form that changes the currency does: {@code /currency} (to, next). The browser remembers it; the page that it stood
 * on is shown again. A currency that the shop does not sell in changes nothing.
 */
@Named
@RequestScoped
public class CurrencySwitch {
    static final String COOKIE = "gc";
    private static final int A_YEAR = 365 * 24 * 3600;

    /** A path of this host with its query: no other host, nothing that ends a header. */
    private static final Pattern OWN_PATH = Pattern.compile("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]*");

    @Inject
    Tenancy tenancy;

    @Inject
    Page page;

    public void act() {
        if (page.posted()) {
            tenancy.current()
                    .exchange(page.text("to"))
                    .ifPresent(exchange -> remember(exchange.to().getCurrencyCode()));
        }
        var next = page.text("next");
        if (isOwn(next)) {
            page.goTo(next);
        } else {
            page.go("/");
        }
    }

    static boolean isOwn(String path) {
        return OWN_PATH.matcher(path).matches();
    }

    private void remember(String code) {
        var cookie = new Cookie(COOKIE, code);
        cookie.setHttpOnly(true);
        cookie.setPath("/");
        cookie.setMaxAge(A_YEAR);
        cookie.setSecure(Settings.publicScheme().equals("https"));
        cookie.setAttribute("SameSite", "Lax");
        page.response().addCookie(cookie);
    }
}
