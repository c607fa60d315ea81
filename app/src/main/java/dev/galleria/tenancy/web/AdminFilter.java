package dev.galleria.tenancy.web;

import dev.galleria.platform.Settings;
import dev.galleria.platform.web.ContentPolicy;
import dev.galleria.platform.web.PartialRedirect;
import dev.galleria.platform.web.PostbackFilter;
import dev.galleria.tenancy.CurrentAdmin;
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

/** Guards the console: everything on its host but the sign-in page needs a platform admin. */
public class AdminFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final String OWNER = "galleria.owner";
    private static final String COOKIE = "gc";
    private static final int HALF_A_DAY = 12 * 3600;

    @Inject
    transient CurrentAdmin current;

    @Inject
    transient Visit visit;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!TenantFilter.forConsole(request) || visit.visitor().isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader("Cache-Control", "no-store");
        PostbackFilter.allow(request);
        current.begin(token(request));
        var owner =
                "console " + current.find().map(admin -> admin.id().toString()).orElse("nobody");
        var session = request.getSession(false);
        if (session != null && !owner.equals(session.getAttribute(OWNER))) {
            session.invalidate();
        }
        if (visit.path().equals("/sign-in")) {
            chain.doFilter(request, response);
        } else if (current.find().isEmpty()) {
            PartialRedirect.send(request, response, "/sign-in");
        } else {
            ContentPolicy.forOffice(response);
            request.getSession(true).setAttribute(OWNER, owner);
            chain.doFilter(request, response);
        }
    }

    /** Gives the browser that session, or none when the token is empty; what the server kept for it is forgotten. */
    static void remember(String token, HttpServletRequest request, HttpServletResponse response) {
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        var cookie = new Cookie(COOKIE, token);
        cookie.setHttpOnly(true);
        cookie.setPath("/");
        cookie.setMaxAge(token.isEmpty() ? 0 : HALF_A_DAY);
        cookie.setSecure(Settings.publicScheme().equals("https"));
        cookie.setAttribute("SameSite", "Strict");
        response.addCookie(cookie);
    }

    private static String token(HttpServletRequest request) {
        var cookies = request.getCookies() == null ? new Cookie[0] : request.getCookies();
        return Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .findFirst()
                .orElse("");
    }
}
