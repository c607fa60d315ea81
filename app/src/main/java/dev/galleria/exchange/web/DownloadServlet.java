package dev.galleria.exchange.web;

import dev.galleria.account.CurrentAccount;
import dev.galleria.catalog.editing.ProductState;
import dev.galleria.exchange.Exports;
import dev.galleria.exchange.ImportId;
import dev.galleria.exchange.Imports;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Problem;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The files that the back office gives: all products or some, the empty template, an import's wrong rows. */
@WebServlet(
        name = "download-products",
        urlPatterns = {"/exchange/products.csv", "/exchange/template.csv", "/exchange/errors.csv"})
public class DownloadServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient Imports imports;

    @Inject
    transient Exports exports;

    @Inject
    transient CurrentAccount current;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            var account = current.require();
            var path = request.getServletPath();
            if (path.endsWith("/errors.csv")) {
                var id = Ids.parse(String.valueOf(request.getParameter("id")))
                        .map(ImportId::new)
                        .orElseThrow(() -> Problem.notFound("exchange/unknown-import", "no id"));
                imports.find(account, id);
                imports.writeErrors(account, id, begin(response, "errors.csv"));
            } else if (path.endsWith("/template.csv")) {
                exports.writeTemplate(account, begin(response, "template.csv"));
            } else {
                var filter = filter(request);
                exports.require(account, filter);
                exports.write(account, filter, begin(response, "products.csv"));
            }
        } catch (Problem e) {
            if (!response.isCommitted()) {
                response.reset();
            }
            throw e;
        }
    }

    private static java.io.OutputStream begin(HttpServletResponse response, String name) throws IOException {
        response.setContentType("text/csv; charset=utf-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + '"');
        response.setHeader("Cache-Control", "no-store");
        return response.getOutputStream();
    }

    private static Exports.Filter filter(HttpServletRequest request) {
        var state = Arrays.stream(ProductState.values())
                .filter(one -> one != ProductState.DELETED
                        && one.name().toLowerCase(Locale.ROOT).equals(request.getParameter("status")))
                .findFirst();
        return new Exports.Filter(
                word(request, "q"),
                state.orElse(null),
                word(request, "category"),
                word(request, "brand"),
                word(request, "seller"));
    }

    private static @Nullable String word(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name))
                .map(text -> text.replace('\0', ' ').strip())
                .filter(text -> !text.isEmpty())
                .orElse(null);
    }
}
