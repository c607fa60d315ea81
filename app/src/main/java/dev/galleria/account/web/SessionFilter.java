package dev.galleria.account.web;

import dev.galleria.account.CurrentAccount;
import dev.galleria.platform.web.ContentPolicy;
import dev.galleria.platform.web.PartialRedirect;
import dev.galleria.platform.web.PostbackFilter;
import dev.galleria.tenancy.Tenancy;
import dev.galleria.tenancy.Visit;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Knows the account by its cookie and guards what is not for everybody: {@code /account} needs an account,
 * {@code /backoffice} one that works here. What the server keeps for the back office belongs to one tenant and one account.
 */
public class SessionFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final String OWNER = "galleria.owner";

    @Inject
    transient Tenancy tenancy;

    @Inject
    transient Visit visit;

    @Inject
    transient CurrentAccount current;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (tenancy.find().isEmpty() || visit.visitor().isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        current.begin(token(request));
        endForeignSession(request);
        var path = visit.path();
        boolean office = within(path, "/backoffice");
        if (!office && !within(path, "/account")) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader("Cache-Control", "no-store");
        if (current.find().isEmpty()) {
            askToSignIn(request, response);
        } else if (office && !current.require().works()) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
            if (office) {
                ContentPolicy.forOffice(response);
                PostbackFilter.allow(request);
                request.getSession(true).setAttribute(OWNER, owner());
            }
            chain.doFilter(request, response);
        }
    }

    private void askToSignIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var query = request.getQueryString();
        boolean get = request.getMethod().equals("GET");
        var back = request.getRequestURI() + (get && query != null ? "?" + query : "");
        var prefix = request.getRequestURI()
                .substring(0, request.getRequestURI().length() - visit.path().length());
        PartialRedirect.send(
                request, response, prefix + "/sign-in?next=" + URLEncoder.encode(back, StandardCharsets.UTF_8));
    }

    private void endForeignSession(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null && !owner().equals(session.getAttribute(OWNER))) {
            session.invalidate();
        }
    }

    private String owner() {
        return tenancy.current().id() + " "
                + current.find().map(account -> account.id().toString()).orElse("nobody");
    }

    private static boolean within(String path, String area) {
        return path.equals(area) || path.startsWith(area + "/");
    }

    private static String token(HttpServletRequest request) {
        var cookies = request.getCookies() == null ? new Cookie[0] : request.getCookies();
        return Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().equals(Door.COOKIE))
                .map(Cookie::getValue)
                .findFirst()
                .orElse("");
    }
}
