package dev.galleria.platform.web;

import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletResponse;

/** Answers a page's request with the address that the page has now, for good (RFC 9110 section 15.4.2). */
public final class MovedPage {
    private MovedPage() {}

    /** The path is one of our own, never input; the query is not carried over. */
    public static void to(String path) {
        var faces = FacesContext.getCurrentInstance();
        var external = faces.getExternalContext();
        external.setResponseStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
        external.setResponseHeader("Location", path);
        faces.responseComplete();
    }
}
