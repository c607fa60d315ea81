package dev.galleria.tenancy.web;

import dev.galleria.platform.Away;
import dev.galleria.platform.Boot;
import dev.galleria.platform.Settings;
import dev.galleria.platform.web.ContentPolicy;
import dev.galleria.tenancy.Tenancy;
import dev.galleria.tenancy.Tenant;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;

/** Binds the tenant that the Host header names, for the time of the request. Nothing else in a request can name one. */
public class TenantFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger(TenantFilter.class.getName());
    private static final String CONSOLE = "galleria.console";
    private static final Pattern HOST =
            Pattern.compile("([a-zA-Z0-9]([a-zA-Z0-9.-]{0,251}[a-zA-Z0-9])?\\.?)(:[0-9]{1,5})?");
    private static final int MISDIRECTED = 421;

    @Inject
    Tenancy tenancy;

    @Inject
    Boot boot;

    /** Whether the request came to the console's host. */
    public static boolean forConsole(HttpServletRequest request) {
        return request.getAttribute(CONSOLE) != null;
    }

    /** What cannot be done because the database or the other nodes are away is told to come back, without asking them. */
    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            bind(request, response, chain);
        } catch (IOException | ServletException | RuntimeException e) {
            if (!Away.in(e) || response.isCommitted()) {
                throw e;
            }
            LOG.log(Level.WARNING, e, () -> request.getMethod() + " was sent away: a part does not answer");
            response.reset();
            response.setHeader("Retry-After", Integer.toString(Away.RETRY_SECONDS));
            refuse(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "/errors/away.html");
        }
    }

    private void bind(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getRequestURI().startsWith("/health/")) {
            chain.doFilter(request, response);
            return;
        }
        var host = host(request);
        if (host.isEmpty()) {
            refuse(response, HttpServletResponse.SC_BAD_REQUEST, "/errors/bad-host.html");
        } else if (boot.state() != Boot.State.READY) {
            response.setHeader("Retry-After", "5");
            refuse(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "/errors/starting.html");
        } else if (isConsole(host.get())) {
            request.setAttribute(CONSOLE, true);
            chain.doFilter(request, response);
        } else {
            serve(tenancy.findByHost(host.get()), request, response, chain);
        }
    }

    private void serve(
            Optional<Tenant> found, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var tenant = found.filter(one -> one.active() || one.state() == Tenant.State.SUSPENDED);
        if (tenant.isEmpty()) {
            refuse(response, MISDIRECTED, "/errors/unknown-host.html");
            return;
        }
        if (tenant.get().behind()) {
            response.setHeader("Retry-After", "300");
            refuse(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "/errors/maintenance.html");
            return;
        }
        try {
            tenancy.call(tenant.get(), hurried(request), () -> {
                chain.doFilter(request, response);
                return null;
            });
        } catch (IllegalStateException e) {
            if (e.getCause() instanceof ServletException cause) {
                throw cause;
            }
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw e;
        }
    }

    /** Shoppers; who works in the back office or by the API waits for reports and imports. */
    private static boolean hurried(HttpServletRequest request) {
        var path = request.getRequestURI();
        return !path.startsWith("/backoffice") && !path.startsWith("/api/");
    }

    /** The one host of the request without its port; empty when it cannot be read or there are several. */
    private static Optional<String> host(HttpServletRequest request) {
        var headers = Collections.list(request.getHeaders("Host"));
        if (headers.size() != 1 || request.getRequestURI().contains("://")) {
            return Optional.empty();
        }
        var matcher = HOST.matcher(headers.get(0));
        return matcher.matches() && validPort(matcher.group(3))
                ? Optional.of(matcher.group(1).toLowerCase(Locale.ROOT))
                : Optional.empty();
    }

    private static boolean validPort(String port) {
        return port == null || Integer.parseInt(port.substring(1)) <= 65_535;
    }

    private static boolean isConsole(String host) {
        var name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        return name.equals("console." + Settings.domain());
    }

    private static void refuse(HttpServletResponse response, int status, String page) throws IOException {
        ContentPolicy.forNotice(response);
        response.setStatus(status);
        response.setContentType("text/html");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        try (var stream = TenantFilter.class.getResourceAsStream(page)) {
            response.getWriter().write(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
