package dev.galleria.account.web;

import dev.galleria.account.Accounts;
import dev.galleria.account.CurrentAccount;
import dev.galleria.platform.Passwords;
import dev.galleria.platform.Problem;
import dev.galleria.tenancy.web.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;

/** One's own name and password. */
@Named
@RequestScoped
public class ProfileView {
    @Inject
    Accounts accounts;

    @Inject
    CurrentAccount current;

    @Inject
    Page page;

    private Map<String, String> form = Map.of();
    private Map<String, String> faults = Map.of();

    /** Shows the forms, or answers one. */
    public void load() {
        page.keepPrivate();
        form = Map.of(
                "name", page.posted() ? page.text("name") : current.require().name());
        if (page.posted()) {
            if (page.text("action").equals("password")) {
                changePassword();
            } else {
                rename();
            }
        }
    }

    private void rename() {
        try {
            accounts.rename(current.require().id(), page.text("name"));
            page.go("/account/profile?done=name");
        } catch (Problem e) {
            refuse("name", page.text("name").isEmpty() ? "account.fault.name" : "account.fault.nameForm");
        }
    }

    private void changePassword() {
        form = Map.of("name", current.require().name());
        if (Passwords.normalize(page.raw("password")).isEmpty()) {
            refuse("password", "account.fault.password");
            return;
        }
        try {
            if (accounts.changePassword(
                    current.require().id(), page.raw("before"), page.raw("password"), current.token())) {
                page.go("/account/profile?done=password");
            } else {
                refuse("before", "profile.fault.before");
            }
        } catch (Problem e) {
            refuse("before", "account.tooMany");
            page.status(e.kind().status());
        }
    }

    private void refuse(String field, String text) {
        page.status(422);
        faults = Map.of(field, text);
    }

    public Map<String, String> getForm() {
        return form;
    }

    /** By field, keys of the texts that tell what is wrong. */
    public Map<String, String> getFaults() {
        return faults;
    }

    /** The key of the text that tells what has been done; empty if nothing. */
    public String getNotice() {
        return switch (page.text("done")) {
            case "name" -> "profile.done.name";
            case "password" -> "profile.done.password";
            default -> "";
        };
    }
}
