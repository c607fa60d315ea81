package dev.galleria.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** First of all filters: paths that could mean two things mean nothing, and every answer carries the safe headers. */
public class PathFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final Pattern AMBIGUOUS = Pattern.compile(
            "//|/\\.{1,2}(/|$)|\\\\|;|%2e|%2f|%5c|%3b|%00|%25|[\\x00-\\x20\\x7f]", Pattern.CASE_INSENSITIVE);
    /** Without a name, and PrimeFaces' contents of a session, of which there are none. */
    private static final Set<String> NO_RESOURCE =
            Set.of("/jakarta.faces.resource/.xhtml", "/jakarta.faces.resource/dynamiccontent.properties.xhtml");

    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "OPTIONS");
    private static final Pattern ESCAPES = Pattern.compile("%(?![0-9a-fA-F]{2})");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        ContentPolicy.always(response);
        var path = request.getRequestURI();
        if (AMBIGUOUS.matcher(path).find() || ESCAPES.matcher(path).find() || hidden(path)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        if (!METHODS.contains(request.getMethod()) && !path.startsWith("/api/")) {
            // Without an error page: the server would ask for it by the same method.
            response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            response.setHeader("Allow", String.join(", ", METHODS));
            return;
        }
        chain.doFilter(request, response);
    }

    private static boolean hidden(String path) {
        var lower = path.toLowerCase(Locale.ROOT);
        return lower.startsWith("/web-inf")
                || lower.startsWith("/meta-inf")
                || NO_RESOURCE.contains(path)
                || path.length() > 2000;
    }
}
