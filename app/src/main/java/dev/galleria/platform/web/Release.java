package dev.galleria.platform.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Set;
import java.util.TreeSet;

/**
 * A short name for the styles, scripts, fonts and icons of this build, made of their bytes: {@code #{release.version}}. It
 * stands in their addresses, so that a browser may keep them for a year and still sees the next build.
 */
@Named
@ApplicationScoped
public class Release {
    @Inject
    ServletContext context;

    private String version = "";

    @PostConstruct
    void read() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            add(digest, "/resources/");
            for (var library : paths("/WEB-INF/lib/")) {
                if (library.contains("/galleria-themes-")) {
                    add(digest, library);
                }
            }
            version = Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(digest.digest())
                    .substring(0, 10);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String getVersion() {
        return version;
    }

    private void add(MessageDigest digest, String path) throws IOException {
        if (path.endsWith("/")) {
            for (var inner : paths(path)) {
                add(digest, inner);
            }
            return;
        }
        try (InputStream bytes = new DigestInputStream(context.getResourceAsStream(path), digest)) {
            bytes.transferTo(OutputStream.nullOutputStream());
        }
    }

    private Set<String> paths(String folder) {
        var found = context.getResourcePaths(folder);
        return found == null ? Set.of() : new TreeSet<>(found);
    }
}
