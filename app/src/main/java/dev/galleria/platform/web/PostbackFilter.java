package dev.galleria.platform.web;

import jakarta.faces.render.ResponseStateManager;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says which requests may answer a form that Faces has shown: posts to the back office and the console. Everywhere else the
 * parameter that would make a request such an answer is not seen, so that a page is shown or acts as it does without it.
 */
public class PostbackFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final String ALLOWED = "galleria.postbacks";

    /** The pages behind this request have Faces forms. */
    public static void allow(HttpServletRequest request) {
        request.setAttribute(ALLOWED, true);
    }

    /** Whether the pages behind this request have Faces forms. */
    public static boolean allowed(HttpServletRequest request) {
        return request.getAttribute(ALLOWED) != null;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(new Plain(request), response);
    }

    /** Asked late: whether answers are allowed is known only after the filters that follow. */
    private static final class Plain extends HttpServletRequestWrapper {
        private Plain(HttpServletRequest request) {
            super(request);
        }

        private boolean hidden(String name) {
            return switch (name) {
                case ResponseStateManager.VIEW_STATE_PARAM ->
                    !allowed(this) || !getMethod().equals("POST");
                // There is one render kit; a request cannot choose another.
                case ResponseStateManager.RENDER_KIT_ID_PARAM -> true;
                default -> false;
            };
        }

        @Override
        public @Nullable String getParameter(String name) {
            return hidden(name) ? null : super.getParameter(name);
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return hidden(name) ? null : super.getParameterValues(name);
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            var all = super.getParameterMap();
            if (Set.of(ResponseStateManager.VIEW_STATE_PARAM, ResponseStateManager.RENDER_KIT_ID_PARAM).stream()
                    .noneMatch(name -> all.containsKey(name) && hidden(name))) {
                return all;
            }
            var seen = new LinkedHashMap<>(all);
            seen.keySet().removeIf(this::hidden);
            return Collections.unmodifiableMap(seen);
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.enumeration(getParameterMap().keySet());
        }
    }
}
