package dev.galleria.platform.web;

import dev.galleria.platform.Settings;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;

/** What a page may load and run (Content Security Policy Level 3). */
public final class ContentPolicy {
    private static final String HEADER = "Content-Security-Policy";

    private ContentPolicy() {}

    /** For every answer, the policy of a shop's pages with it; again for a page that is shown after a failure has reset all. */
    public static void always(HttpServletResponse response) {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "strict-origin-when-cross-origin");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=()");
        forShop(response);
    }

    /** For pages of a shop: nothing but files of the same host; forms may end at the payment gateway. */
    public static void forShop(HttpServletResponse response) {
        response.setHeader(
                HEADER,
                "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
                        + "connect-src 'self'; frame-src 'self'; object-src 'none'; base-uri 'self'; frame-ancestors 'none'; "
                        + "form-action 'self' https://checkout.stripe.com https://www.paypal.com"
                        + otherGateway("galleria.stripe.api-base")
                        + otherGateway("galleria.paypal.api-base"));
    }

    /** For the back office and the console: PrimeFaces adds a header of its own that names its scripts by a nonce. */
    public static void forOffice(HttpServletResponse response) {
        response.setHeader(
                HEADER,
                "style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; "
                        + "frame-src 'none'; object-src 'none'; base-uri 'self'; frame-ancestors 'none'; form-action 'self'");
    }

    /** For a mail that is looked at: it runs nothing and belongs to no host. */
    public static void forMail(HttpServletResponse response) {
        response.setHeader(
                HEADER,
                "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; "
                        + "img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'");
        response.setHeader("X-Frame-Options", "SAMEORIGIN");
    }

    /** For a page of text alone that carries its own style. */
    public static void forNotice(HttpServletResponse response) {
        response.setHeader(
                HEADER, "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'");
    }

    private static String otherGateway(String setting) {
        return Settings.text(setting)
                .map(URI::create)
                .map(address -> " " + address.getScheme() + "://" + address.getRawAuthority())
                .orElse("");
    }
}
