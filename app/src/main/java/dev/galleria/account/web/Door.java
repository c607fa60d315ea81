package dev.galleria.account.web;

import dev.galleria.account.Account;
import dev.galleria.account.Accounts;
import dev.galleria.account.CurrentAccount;
import dev.galleria.account.SignedIn;
import dev.galleria.platform.Settings;
import dev.galleria.tenancy.Visit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Signs this browser in and out: its cookie, its HTTP session, and those who want to know. */
@RequestScoped
public class Door {
    static final String COOKIE = "ga";
    private static final int THIRTY_DAYS = 30 * 24 * 3600;

    @Inject
    Accounts accounts;

    @Inject
    CurrentAccount current;

    @Inject
    Visit visit;

    @Inject
    Event<SignedIn> signedIn;

    /** This browser is now that account's. Whatever it kept under another name on the server is forgotten. */
    public void in(String token, Account account, HttpServletRequest request, HttpServletResponse response) {
        if (!current.token().isEmpty()) {
            accounts.signOut(current.token());
        }
        endHttpSession(request);
        response.addCookie(cookie(token, THIRTY_DAYS));
        current.begin(token);
        signedIn.fire(new SignedIn(account, visit.visitor()));
    }

    /** This browser is nobody's any more. */
    public void out(HttpServletRequest request, HttpServletResponse response) {
        accounts.signOut(current.token());
        endHttpSession(request);
        response.addCookie(cookie("", 0));
        current.begin("");
    }

    private static void endHttpSession(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    private static Cookie cookie(String value, int seconds) {
        var cookie = new Cookie(COOKIE, value);
        cookie.setHttpOnly(true);
        cookie.setPath("/");
        cookie.setMaxAge(seconds);
        cookie.setSecure(Settings.publicScheme().equals("https"));
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }
}
