package dev.galleria.account.web;

import dev.galleria.account.Accounts;
import dev.galleria.account.CurrentAccount;
import dev.galleria.account.SignUp;
import dev.galleria.platform.Passwords;
import dev.galleria.tenancy.Visit;
import dev.galleria.tenancy.web.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Opening a shopper's account. */
@Named
@RequestScoped
public class SignUpView {
    @Inject
    Accounts accounts;

    @Inject
    CurrentAccount current;

    @Inject
    Visit visit;

    @Inject
    Door door;

    @Inject
    Page page;

    private Map<String, String> form = Map.of();
    private Map<String, String> faults = Map.of();
    private boolean tooMany;

    /** Shows the form, or answers it. */
    public void load() {
        page.keepPrivate();
        form = page.texts(List.of("name", "email"));
        if (page.posted()) {
            signUp();
        } else if (current.find().isPresent()) {
            page.goTo(next());
        }
    }

    private void signUp() {
        var answer = accounts.signUp(
                form.get("email"), form.get("name"), page.raw("password"), visit.locale(), page.clientAddress());
        if (answer instanceof SignUp.Created created) {
            door.in(created.token(), created.account(), page.request(), page.response());
            page.goTo(next());
        } else if (answer instanceof SignUp.Invalid invalid) {
            page.status(422);
            faults = invalid.faults();
        } else if (answer instanceof SignUp.EmailTaken) {
            page.status(422);
            faults = Map.of("email", "account.fault.emailTaken");
        } else {
            page.status(429);
            tooMany = true;
        }
    }

    /** Where to go afterwards: a page of this shop. */
    public String next() {
        return NextPage.safe(page.text("next"), page.getBase() + "/account/orders");
    }

    public String getNext() {
        return NextPage.safe(page.text("next"), "");
    }

    /** The same as a query's value. */
    public String getNextEncoded() {
        return URLEncoder.encode(getNext(), StandardCharsets.UTF_8);
    }

    public Map<String, String> getForm() {
        return form;
    }

    /** By field, keys of the texts that tell what is wrong. */
    public Map<String, String> getFaults() {
        return faults;
    }

    public boolean isTooMany() {
        return tooMany;
    }

    /** The fewest characters of a password. */
    public int getShortest() {
        return Passwords.SHORTEST;
    }
}
