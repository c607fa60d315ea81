package dev.galleria.search.web;

import dev.galleria.tenancy.Visit;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Suggestions at {@code /suggest?q=}: JSON for scripts, a page for everybody else. */
@WebServlet(name = "suggest", urlPatterns = "/listing/suggest")
public class SuggestServlet extends HttpServlet {
    /** Kept: finding the library anew each time costs more than using it. */
    private static final JsonBuilderFactory BUILDERS = Json.createBuilderFactory(Map.of());

    private static final long serialVersionUID = 1L;
    private static final String JSON = "application/json";

    @Inject
    SuggestView view;

    @Inject
    Visit visit;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        response.setHeader("Vary", "Accept, Cookie");
        var accept = request.getHeader("Accept");
        if (accept == null || !accept.contains(JSON)) {
            request.getRequestDispatcher("/listing/suggestions.xhtml").forward(request, response);
            return;
        }
        view.find(request.getParameter("q"));
        var body = json().getBytes(StandardCharsets.UTF_8);
        response.setContentType(JSON);
        response.setHeader("Cache-Control", "private, max-age=10");
        response.setHeader("Content-Language", visit.locale().toLanguageTag());
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private String json() {
        var groups = BUILDERS.createArrayBuilder();
        for (var group : view.getGroups()) {
            groups.add(
                    BUILDERS.createObjectBuilder().add("title", group.title()).add("items", items(group)));
        }
        return BUILDERS.createObjectBuilder().add("groups", groups).build().toString();
    }

    private static JsonArrayBuilder items(SuggestView.Group group) {
        var items = BUILDERS.createArrayBuilder();
        for (var item : group.items()) {
            items.add(BUILDERS.createObjectBuilder()
                    .add("text", item.text())
                    .add("href", item.href())
                    .add("note", item.count()));
        }
        return items;
    }
}
