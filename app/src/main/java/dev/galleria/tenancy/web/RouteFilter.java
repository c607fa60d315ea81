package dev.galleria.tenancy.web;

import dev.galleria.tenancy.Visit;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** Last of the filters: shows the page behind a pretty path. Pages cannot be asked for by their file's name. */
public class RouteFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final String CONSOLE = "console/";
    private static final String ROUTES = "/WEB-INF/routes.properties";

    @Inject
    Visit visit;

    private transient List<Route> shop = List.of();
    private transient List<Route> console = List.of();

    @Override
    public void init() throws ServletException {
        var file = new Properties();
        try (var stream = getServletContext().getResourceAsStream(ROUTES)) {
            file.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new ServletException(ROUTES + " cannot be read", e);
        }
        var forShop = new ArrayList<Route>();
        var forConsole = new ArrayList<Route>();
        for (var path : file.stringPropertyNames()) {
            var page = file.getProperty(path);
            if (path.startsWith(CONSOLE)) {
                forConsole.add(Route.of(path.substring(CONSOLE.length() - 1), page));
            } else {
                forShop.add(Route.of(path, page));
            }
        }
        // What is written out goes before what a variable stands for: products/new before products/{id}.
        var literalFirst = Comparator.<Route>comparingInt(route -> route.names().size());
        shop = forShop.stream().sorted(literalFirst).toList();
        console = forConsole.stream().sorted(literalFirst).toList();
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var path = visit.path();
        if (served(path)) {
            chain.doFilter(request, response);
            return;
        }
        var page = page(path, TenantFilter.forConsole(request));
        if (page.isPresent()) {
            request.setAttribute(ActionUrls.ASKED_FOR, request.getRequestURI());
            request.getRequestDispatcher(page.get()).forward(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private Optional<String> page(String path, boolean forConsole) {
        return (forConsole ? console : shop)
                .stream().flatMap(route -> route.match(path).stream()).findFirst();
    }

    /** What is not a page: resources of Faces and PrimeFaces, the application's own servlets and REST. */
    private static boolean served(String path) {
        return path.startsWith("/jakarta.faces.resource/")
                || path.startsWith("/health/")
                || path.startsWith("/media/")
                || path.startsWith("/webhooks/")
                || path.startsWith("/api/")
                // Takes files, which a forwarded servlet is not given.
                || path.equals("/backoffice/imports/upload")
                || path.equals("/openapi")
                || path.startsWith("/resources/")
                || path.equals("/favicon.ico")
                || path.equals("/robots.txt");
    }
}
