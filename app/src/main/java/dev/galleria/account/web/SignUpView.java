package dev.galleria.account.web;

import dev.galleria.account.AccountLinks;
import dev.galleria.account.CurrentAccount;
import dev.galleria.account.SignUp;
import dev.galleria.tenancy.Visit;
import dev.galleria.tenancy.web.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Asking for a shopper's account. The answer is the same whether the address has one or not. */
@Named
@RequestScoped
public class SignUpView {
    @Inject
    AccountLinks links;

    @Inject
    CurrentAccount current;

    @Inject
    Visit visit;

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
        var answer = links.signUp(form.get("email"), form.get("name"), visit.locale(), getNext(), page.clientAddress());
        if (answer instanceof SignUp.Asked) {
            page.go("/sign-up?sent=1");
        } else if (answer instanceof SignUp.Invalid invalid) {
            page.status(422);
            faults = invalid.faults();
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

    /** Whether the form has been sent: now a mail is on its way. */
    public boolean isSent() {
        return page.text("sent").equals("1");
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
}
