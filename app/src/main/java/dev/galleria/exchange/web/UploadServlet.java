package dev.galleria.exchange.web;

import dev.galleria.account.CurrentAccount;
import dev.galleria.exchange.Imports;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.Optional;

/** Takes a file from the page of imports, which may be larger than what pages take, and leads to what became of it. */
@WebServlet(name = "upload-import", urlPatterns = "/backoffice/imports/upload")
@MultipartConfig(fileSizeThreshold = 1 << 16, maxFileSize = 513L << 20, maxRequestSize = 514L << 20)
public class UploadServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient Imports imports;

    @Inject
    transient CurrentAccount current;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        Part file;
        try {
            file = request.getPart("file");
        } catch (IllegalStateException e) {
            // How the container tells that the file or the request is larger than what is taken.
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        } catch (IOException | ServletException e) {
            // What was sent is no form with a file, or was cut off.
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        var base = Optional.ofNullable(request.getParameter("base"))
                .filter(text -> text.matches("(/[A-Za-z]{2,3}(-[A-Za-z]{2,4})?)?"))
                .orElse("");
        if (file == null
                || file.getSize() == 0
                        && String.valueOf(file.getSubmittedFileName()).isEmpty()) {
            response.sendRedirect(base + "/backoffice/imports?missing=1");
            return;
        }
        try (var stream = file.getInputStream()) {
            var name = Optional.ofNullable(file.getSubmittedFileName()).orElse("");
            var work = imports.upload(current.require(), name, stream, false);
            response.sendRedirect(base + "/backoffice/imports/" + work.id());
        }
    }
}
