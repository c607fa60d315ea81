package dev.galleria.account.web;

import dev.galleria.tenancy.web.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Signing out: a form posts here, and the home page follows. */
@Named
@RequestScoped
public class SignOutView {
    @Inject
    Door door;

    @Inject
    Page page;

    public void load() {
        page.keepPrivate();
        if (page.posted()) {
            door.out(page.request(), page.response());
            page.go("/");
        }
    }
}
