package dev.galleria.tenancy.web;

import dev.galleria.tenancy.Visit;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Set;

/** A page's post must come from a page of the same host (Sec-Fetch-Site, Origin) and carry that page's token. */
public class OriginFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    @Inject
    Visit visit;

    @Inject
    FormToken token;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (SAFE.contains(request.getMethod()) || machine(visit.path()) || trusted(request)) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    /** Gateways sign what they send; the API takes no cookies. */
    private static boolean machine(String path) {
        return path.startsWith("/webhooks/") || path.startsWith("/api/");
    }

    private boolean trusted(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        var origin = request.getHeader("Origin");
        if (site != null && !site.equals("same-origin") && !site.equals("none")) {
            return false;
        }
        if (origin != null && !sameHost(origin, request.getHeader("Host"))) {
            return false;
        }
        var header = request.getHeader(FormToken.HEADER);
        return token.matches(header == null ? request.getParameter(FormToken.PARAMETER) : header);
    }

    private static boolean sameHost(String origin, String host) {
        try {
            var authority = URI.create(origin).getRawAuthority();
            return authority != null && authority.equalsIgnoreCase(host);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
