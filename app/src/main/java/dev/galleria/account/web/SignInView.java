package dev.galleria.account.web;

import dev.galleria.account.Accounts;
import dev.galleria.account.CurrentAccount;
import dev.galleria.account.SignIn;
import dev.galleria.platform.Texts;
import dev.galleria.tenancy.Visit;
import dev.galleria.tenancy.web.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Signing in. An unknown address and a wrong password are told with the same words. */
@Named
@RequestScoped
public class SignInView {
    @Inject
    Accounts accounts;

    @Inject
    CurrentAccount current;

    @Inject
    Door door;

    @Inject
    Visit visit;

    @Inject
    Page page;

    private String problem = "";

    /** Shows the form, or answers it. */
    public void load() {
        page.keepPrivate();
        if (page.posted()) {
            signIn();
        } else if (current.find().isPresent()) {
            page.goTo(next());
        }
    }

    private void signIn() {
        var answer = accounts.signIn(page.text("email"), page.raw("password"), page.clientAddress());
        if (answer instanceof SignIn.Granted granted) {
            door.in(granted.token(), granted.account(), page.request(), page.response());
            page.goTo(next());
        } else if (answer instanceof SignIn.TooMany many) {
            page.status(429);
            problem = Texts.of(
                    visit.locale(),
                    "signIn.tooMany",
                    Math.max(1, many.retryAfter().toMinutes()));
        } else {
            page.status(422);
            problem = Texts.of(visit.locale(), "signIn.refused");
        }
    }

    /** Where to go afterwards: a page of this shop. */
    public String next() {
        return NextPage.safe(page.text("next"), page.getBase() + "/account/orders");
    }

    /** What the address asked for, if anything; the sign-up link takes it along. */
    public String getNext() {
        return NextPage.safe(page.text("next"), "");
    }

    /** The same as a query's value. */
    public String getNextEncoded() {
        return URLEncoder.encode(getNext(), StandardCharsets.UTF_8);
    }

    public String getEmail() {
        return page.text("email");
    }

    /** Why it did not work; empty if nothing went wrong. */
    public String getProblem() {
        return problem;
    }
}
