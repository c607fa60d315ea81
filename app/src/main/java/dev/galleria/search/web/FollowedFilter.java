package dev.galleria.search.web;

import dev.galleria.catalog.ListingQuery;
import dev.galleria.search.SearchQuery;
import dev.galleria.search.signals.Signals;
import dev.galleria.tenancy.Visit;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Notices which products are followed from a page of search results, which is drawn (and counted) for each visitor: the browser says itself where it comes from, so neither links nor
 * scripts have to, and addresses stay the same for everybody. Stands before the pages that are kept for all.
 */
public class FollowedFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final Pattern LISTING = Pattern.compile("(/[a-z]{2})?/search");
    private static final Pattern PRODUCT = Pattern.compile("/p/([a-z0-9-]{1,120})");

    private static final int LONGEST = 2_000;

    @Inject
    Signals signals;

    @Inject
    Visit visit;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(request, response);
        var product = PRODUCT.matcher(visit.path());
        if (product.matches()
                && response.getStatus() == HttpServletResponse.SC_OK
                && request.getHeader("Sec-Purpose") == null
                && isListing(request.getHeader("Referer"), request.getHeader("Host"))) {
            signals.followed(product.group(1), visit.visitor(), words(request.getHeader("Referer")), visit.locale());
        }
    }

    /** The words that an address searches for; empty if there are none. */
    static String words(String address) {
        var query = URI.create(address).getRawQuery();
        if (query == null || query.length() > LONGEST) {
            return "";
        }
        for (var pair : query.split("&")) {
            if (pair.startsWith("q=")) {
                try {
                    var typed = URLDecoder.decode(pair.substring(2), StandardCharsets.UTF_8);
                    return SearchQuery.of(typed, ListingQuery.all()).words();
                } catch (IllegalArgumentException e) {
                    return "";
                }
            }
        }
        return "";
    }

    /** Whether an address is one of this shop's pages of search results. */
    static boolean isListing(@Nullable String address, @Nullable String host) {
        if (address == null || host == null) {
            return false;
        }
        try {
            var uri = URI.create(address);
            return host.equalsIgnoreCase(uri.getRawAuthority())
                    && uri.getRawPath() != null
                    && LISTING.matcher(uri.getRawPath()).matches();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
