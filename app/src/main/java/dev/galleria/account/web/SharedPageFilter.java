package dev.galleria.account.web;

import dev.galleria.account.CurrentAccount;
import dev.galleria.platform.pages.SharedPages;
import dev.galleria.tenancy.Tenancy;
import dev.galleria.tenancy.Visit;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;

/** The shop window looks the same to everybody who has not signed in: it is drawn once and shown to all of them. */
public class SharedPageFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final Pattern WINDOW =
            Pattern.compile("/|/search|/(c|p|brands|collections)/[^/]+|/sellers(/[^/]+)?");
    /** Previews and what is counted by visit. */
    private static final Pattern OWN = Pattern.compile("(^|&)(preview|from|why)\\b");

    private static final int LONGEST = 300;

    @Inject
    transient Tenancy tenancy;

    @Inject
    transient Visit visit;

    @Inject
    transient CurrentAccount current;

    @Inject
    transient SharedPages pages;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var query = request.getQueryString() == null ? "" : request.getQueryString();
        var key = request.getRequestURI() + '?' + query;
        if (request.getMethod().equals("GET")
                && tenancy.find().isPresent()
                && current.token().isEmpty()
                && WINDOW.matcher(visit.path()).matches()
                && !OWN.matcher(query).find()
                && key.length() <= LONGEST) {
            pages.answer(key + priced(), response, drawn -> chain.doFilter(request, drawn));
        } else {
            chain.doFilter(request, response);
        }
    }

    /** In another currency it is another page, and at another rate too: nobody has to forget pages when a rate changes. */
    private String priced() {
        var exchange = visit.exchange();
        return exchange.same()
                ? ""
                : " " + exchange.to().getCurrencyCode() + ' ' + exchange.rate() + ' ' + exchange.ending();
    }
}
