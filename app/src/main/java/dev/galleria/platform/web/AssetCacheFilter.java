package dev.galleria.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;

/** Styles, scripts and fonts whose address names their version never change: browsers and proxies keep them for a year. */
public class AssetCacheFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final String HEADER = "Cache-Control";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getParameter("v") == null) {
            chain.doFilter(request, response);
        } else {
            response.setHeader(HEADER, "public, max-age=31536000, immutable");
            chain.doFilter(request, new KeptIfFound(response));
        }
    }

    private static final class KeptIfFound extends HttpServletResponseWrapper {
        private KeptIfFound(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void sendError(int code, String message) throws IOException {
            setHeader(HEADER, "no-store");
            super.sendError(code, message);
        }

        @Override
        public void sendError(int code) throws IOException {
            setHeader(HEADER, "no-store");
            super.sendError(code);
        }
    }
}
