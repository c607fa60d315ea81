package dev.galleria.search.web;

import dev.galleria.search.signals.Signals;
import dev.galleria.tenancy.Visit;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Notices which products are followed from a listing: the browser says itself where it comes from, so neither links nor
 * scripts have to, and addresses stay the same for everybody.
 */
@WebFilter(urlPatterns = "/catalog/product.xhtml", dispatcherTypes = DispatcherType.FORWARD)
public class FollowedFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final Pattern LISTING = Pattern.compile("(/[a-z]{2})?/(search|c/[^/]+|brands/[^/]+)");

    @Inject
    Signals signals;

    @Inject
    Visit visit;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(request, response);
        var slug = request.getParameter("slug");
        if (slug != null
                && response.getStatus() == HttpServletResponse.SC_OK
                && request.getHeader("Sec-Purpose") == null
                && isListing(request.getHeader("Referer"), request.getHeader("Host"))) {
            signals.followed(slug, visit.visitor());
        }
    }

    /** Whether an address is one of this shop's listings. */
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
