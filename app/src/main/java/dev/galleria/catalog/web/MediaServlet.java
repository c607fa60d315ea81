package dev.galleria.catalog.web;

import dev.galleria.platform.Problem;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Pictures at {@code /media/<preset>/<name>.webp}. A name describes its picture completely, so the answer may be kept for
 * ever; anything that is no picture of this tenant is a 404.
 */
@WebServlet(name = "media", urlPatterns = "/media/*")
public class MediaServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Pattern PATH = Pattern.compile("/([a-z]{1,10})/([^/]{1,160})\\.webp");
    private static final String FOREVER = "public, max-age=31536000, immutable";

    @Inject
    PictureStore pictures;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            var picture = find(request.getPathInfo());
            if (picture.isPresent()) {
                send(picture.get(), request, response);
            } else {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
            }
        } catch (Problem e) {
            response.setHeader("Retry-After", "2");
            response.sendError(e.kind().status());
        }
    }

    private Optional<Path> find(String path) throws IOException {
        var matcher = PATH.matcher(path == null ? "" : path);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var preset = Pictures.Preset.of(matcher.group(1));
        var name = PictureName.read(matcher.group(2));
        return preset.isPresent() && name.isPresent() ? pictures.find(preset.get(), name.get()) : Optional.empty();
    }

    private static void send(Path picture, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        long length = Files.size(picture);
        var tag = '"'
                + Long.toHexString(length)
                + '-'
                + Integer.toHexString(picture.getFileName().hashCode())
                + '"';
        response.setHeader("Cache-Control", FOREVER);
        response.setHeader("ETag", tag);
        if (tag.equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType("image/webp");
        response.setContentLengthLong(length);
        Files.copy(picture, response.getOutputStream());
    }
}
