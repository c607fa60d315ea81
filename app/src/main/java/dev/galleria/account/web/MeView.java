package dev.galleria.account.web;

import dev.galleria.account.Account;
import dev.galleria.account.CurrentAccount;
import dev.galleria.account.Role;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The visitor, for pages: {@code #{me.signedIn}}, {@code #{me.name}}. */
@Named("me")
@RequestScoped
public class MeView {
    @Inject
    CurrentAccount current;

    public boolean isSignedIn() {
        return current.find().isPresent();
    }

    /** Empty for a visitor who has not signed in. */
    public String getName() {
        return current.find().map(Account::name).orElse("");
    }

    public String getEmail() {
        return current.find().map(Account::email).orElse("");
    }

    /** Whether the back office is open to the visitor. */
    public boolean isWorks() {
        return current.find().filter(Account::works).isPresent();
    }

    public boolean isSeller() {
        return current.find().filter(account -> account.is(Role.SELLER)).isPresent();
    }
}
