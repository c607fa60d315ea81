package dev.galleria.catalog.web;

import dev.galleria.catalog.media.Format;
import dev.galleria.catalog.media.Media;
import dev.galleria.catalog.media.Preset;
import dev.galleria.platform.Problem;
import dev.galleria.platform.blobs.Blob;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Pictures at {@code /media/<preset>/<name>.webp} and {@code .jpg}. A name describes its picture completely, so the answer may
 * be kept for ever; anything that is no picture of this tenant is a 404.
 */
@WebServlet(name = "media", urlPatterns = "/media/*")
public class MediaServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Pattern PATH = Pattern.compile("/([a-z]{1,10})/([^/]{1,160})\\.(webp|jpg)");
    private static final String FOREVER = "public, max-age=31536000, immutable";

    @Inject
    transient Media media;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var path = request.getPathInfo();
        var form = PATH.matcher(path == null ? "" : path);
        try {
            var picture = form.matches() ? find(form) : Optional.<Blob>empty();
            if (picture.isPresent()) {
                try (var blob = picture.get()) {
                    send(blob, form.group(3), request, response);
                }
            } else {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
            }
        } catch (Problem e) {
            response.setHeader("Retry-After", "2");
            response.sendError(e.kind().status());
        }
    }

    private Optional<Blob> find(Matcher form) {
        var preset = Preset.of(form.group(1));
        var name = PictureName.read(form.group(2));
        var format = Format.sent(form.group(3));
        return preset.isPresent() && name.isPresent() && format.isPresent()
                ? media.find(name.get().key(), preset.get(), format.get())
                : Optional.empty();
    }

    private static void send(Blob picture, String suffix, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var tag = '"'
                + Long.toHexString(picture.length())
                + '-'
                + Integer.toHexString(request.getPathInfo().hashCode())
                + '"';
        response.setHeader("Cache-Control", FOREVER);
        response.setHeader("ETag", tag);
        if (tag.equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(Format.sent(suffix).orElseThrow().type());
        response.setContentLengthLong(picture.length());
        picture.content().transferTo(response.getOutputStream());
    }
}
