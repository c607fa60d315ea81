package dev.galleria.account.web;

import dev.galleria.account.AccountLinks;
import dev.galleria.account.SignUp;
import dev.galleria.tenancy.Visit;
import dev.galleria.tenancy.web.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;

/** Asking for a new password. The answer is the same whether the address has an account or not. */
@Named
@RequestScoped
public class ForgottenView {
    @Inject
    AccountLinks links;

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
        form = page.texts(List.of("email"));
        if (page.posted()) {
            ask();
        }
    }

    private void ask() {
        var answer = links.reset(form.get("email"), visit.locale(), page.clientAddress());
        if (answer instanceof SignUp.Asked) {
            page.go("/password?sent=1");
        } else if (answer instanceof SignUp.Invalid invalid) {
            page.status(422);
            faults = invalid.faults();
        } else {
            page.status(429);
            tooMany = true;
        }
    }

    /** Whether the form has been sent: a mail is on its way if there is an account. */
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
