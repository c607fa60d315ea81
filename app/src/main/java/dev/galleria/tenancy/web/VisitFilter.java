package dev.galleria.tenancy.web;

import dev.galleria.platform.Exchange;
import dev.galleria.platform.Secrets;
import dev.galleria.platform.Settings;
import dev.galleria.tenancy.Tenancy;
import dev.galleria.tenancy.Tenant;
import dev.galleria.tenancy.Visit;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The request's language (by path prefix) and the browser's name (by cookie). A closed shop's door is here. */
public class VisitFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final String COOKIE = "gv";
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");

    @Inject
    Tenancy tenancy;

    @Inject
    Visit visit;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var path = request.getRequestURI();
        var tenant = tenancy.find();
        var locale = tenant.map(Tenant::defaultLocale).orElse(Locale.ENGLISH);
        if (tenant.isPresent()) {
            var prefix = prefix(path, tenant.get());
            if (prefix.isPresent()) {
                locale = prefix.get();
                path = path.substring(locale.getLanguage().length() + 1);
            }
        }
        var known = visitor(request);
        var visitor = personal(path) ? known.orElseGet(() -> introduce(response)) : "";
        visit.begin(locale, path.isEmpty() ? "/" : path, visitor, known.isPresent());
        if (tenant.isPresent()) {
            visit.pays(exchange(request, tenant.get(), path));
        }
        request.setAttribute("galleria.locale", locale);
        if (tenant.isPresent() && !tenant.get().active() && personal(path)) {
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            response.setHeader("Retry-After", "3600");
            request.getRequestDispatcher("/tenancy/suspended.xhtml").forward(request, response);
            return;
        }
        chain.doFilter(request, response);
    }

    /** Any of the tenant's other languages; the default one has no prefix. */
    private static Optional<Locale> prefix(String path, Tenant tenant) {
        return tenant.locales().stream()
                .filter(locale -> !locale.equals(tenant.defaultLocale()))
                .filter(locale ->
                        path.equals("/" + locale.getLanguage()) || path.startsWith("/" + locale.getLanguage() + "/"))
                .findFirst();
    }

    /** Resources and gateways' calls belong to nobody and set no cookie. */
    private static boolean personal(String path) {
        return !path.startsWith("/jakarta.faces.resource/")
                && !path.startsWith("/health/")
                && !path.startsWith("/media/")
                && !path.startsWith("/webhooks/")
                && !path.startsWith("/api/")
                && !path.equals("/openapi")
                && !path.startsWith("/resources/")
                && !path.equals("/favicon.ico");
    }

    private static Optional<String> visitor(HttpServletRequest request) {
        return cookie(request, COOKIE).filter(value -> TOKEN.matcher(value).matches());
    }

    /** What the shopper has chosen, if the shop still sells in it; its people work in the shop's own currency. */
    private static Exchange exchange(HttpServletRequest request, Tenant tenant, String path) {
        return tenant.exchanges().isEmpty() || path.startsWith("/backoffice")
                ? Exchange.none(tenant.currency())
                : cookie(request, CurrencySwitch.COOKIE)
                        .flatMap(tenant::exchange)
                        .orElseGet(() -> Exchange.none(tenant.currency()));
    }

    private static Optional<String> cookie(HttpServletRequest request, String name) {
        var cookies = request.getCookies() == null ? new Cookie[0] : request.getCookies();
        return Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .findFirst();
    }

    /** Gives the browser a name. */
    private static String introduce(HttpServletResponse response) {
        var cookie = new Cookie(COOKIE, Secrets.token());
        cookie.setHttpOnly(true);
        cookie.setPath("/");
        cookie.setMaxAge(30 * 24 * 3600);
        cookie.setSecure(Settings.publicScheme().equals("https"));
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
        return cookie.getValue();
    }
}
