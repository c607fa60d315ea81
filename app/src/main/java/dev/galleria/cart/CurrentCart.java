package dev.galleria.cart;

import dev.galleria.account.Account;
import dev.galleria.account.CurrentAccount;
import dev.galleria.tenancy.Visit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** Which cart this request is about: the account's for who is signed in, otherwise the browser's. */
@RequestScoped
public class CurrentCart {
    @Inject
    CurrentAccount account;

    @Inject
    Visit visit;

    /** Of every request that belongs to a visitor; a machine's call has none, which is an IllegalArgumentException. */
    public CartKey key() {
        return account.find().map(Account::id).map(CartKey::account).orElseGet(() -> CartKey.visitor(visit.visitor()));
    }
}
