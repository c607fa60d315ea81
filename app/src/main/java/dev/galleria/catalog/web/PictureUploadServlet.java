package dev.galleria.catalog.web;

import dev.galleria.account.CurrentAccount;
import dev.galleria.catalog.ProductId;
import dev.galleria.catalog.editing.Editor;
import dev.galleria.catalog.media.Media;
import dev.galleria.catalog.media.Upload;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Json;
import dev.galleria.platform.Problem;
import dev.galleria.tenancy.web.OfficeTexts;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Takes pictures for the back office's page: one file as the body of a POST, so that each has a progress and an answer of its
 * own. Behind {@code /backoffice/products/{id}/pictures/files}.
 */
@WebServlet(name = "picture-upload", urlPatterns = "/office/picture-upload")
public class PictureUploadServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient Media media;

    @Inject
    transient CurrentAccount current;

    @Inject
    transient OfficeTexts texts;

    /** What the page says of a file. */
    public record Answer(boolean taken, String text) {}

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            var product = Ids.parse(request.getParameter("id"))
                    .map(ProductId::new)
                    .orElseThrow(() -> Problem.notFound("catalog/unknown-product", "not an id"));
            var upload = media.upload(Editor.of(current.require()), product, request.getInputStream());
            answer(response, HttpServletResponse.SC_OK, of(upload));
        } catch (Problem e) {
            answer(response, e.kind().status(), new Answer(false, texts.of(e)));
        }
    }

    private Answer of(Upload upload) {
        return upload instanceof Upload.Added added
                ? new Answer(true, texts.get(added.known() ? "pictures.known" : "pictures.added"))
                : new Answer(false, texts.get(((Upload.Refused) upload).flaw().key()));
    }

    private static void answer(HttpServletResponse response, int status, Answer answer) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(Json.write(answer));
    }
}
