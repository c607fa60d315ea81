package dev.galleria.tenancy.web;

import dev.galleria.platform.Secrets;
import dev.galleria.platform.web.ClientAddress;
import dev.galleria.tenancy.ShopPaths;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The storefront page being asked for, to its bean: what a plain form sent and where to go next. Shop pages keep nothing
 * on the server, so their forms are plain HTML that posts to the page's own address and is answered with a redirect.
 */
@Named("page")
@RequestScoped
public class Page {
    private static final int LONGEST = 2000;

    @Inject
    ShopPaths paths;

    /** Whether a form was sent. */
    public boolean posted() {
        return request().getMethod().equals("POST");
    }

    /** A field without outer spaces; empty if it was not sent. What is longer than any field may be is cut. */
    public String text(String name) {
        var value = raw(name).strip();
        return value.length() > LONGEST ? value.substring(0, LONGEST) : value;
    }

    /** A field exactly as it was sent, for passwords; empty if it was not sent. */
    public String raw(String name) {
        var value = request().getParameter(name);
        return value == null ? "" : value;
    }

    public boolean checked(String name) {
        return !raw(name).isEmpty();
    }

    /** Those fields, for showing the form again. */
    public Map<String, String> texts(List<String> names) {
        var values = new LinkedHashMap<String, String>();
        names.forEach(name -> values.put(name, text(name)));
        return values;
    }

    /** The start of every address in the current language: empty, or {@code /de}. */
    public String getBase() {
        return paths.base();
    }

    /** Made for one showing of a form: sent twice, it is recognized. */
    public String getOnce() {
        return Secrets.token();
    }

    /** Shows another page of the shop, in the current language, by a redirect. */
    public void go(String path) {
        goTo(getBase() + path);
    }

    /** Sends the browser to an address that is known to be right: of this host, or a gateway's. */
    public void goTo(String address) {
        try {
            external().redirect(address);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The status of the answer, where it is not 200. */
    public void status(int status) {
        external().setResponseStatus(status);
    }

    /** The page belongs to one person: nobody keeps it. */
    public void keepPrivate() {
        external().setResponseHeader("Cache-Control", "no-store");
    }

    /** Who is counted when attempts are limited. */
    public String clientAddress() {
        return ClientAddress.of(request());
    }

    public HttpServletRequest request() {
        return (HttpServletRequest) external().getRequest();
    }

    public HttpServletResponse response() {
        return (HttpServletResponse) external().getResponse();
    }

    private static ExternalContext external() {
        return FacesContext.getCurrentInstance().getExternalContext();
    }
}
