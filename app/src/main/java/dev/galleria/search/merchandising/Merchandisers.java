package dev.galleria.search.merchandising;

import dev.galleria.account.Account;
import dev.galleria.account.CurrentAccount;
import dev.galleria.account.Role;
import dev.galleria.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Who may look into and change the search: those who run the marketplace or work for it, not its sellers. */
@ApplicationScoped
public class Merchandisers {
    @Inject
    CurrentAccount current;

    /** The account that asks; anybody else is a Problem (FORBIDDEN). */
    public Account require() {
        return current.find()
                .filter(account -> account.is(Role.OWNER) || account.is(Role.STAFF))
                .orElseThrow(() -> Problem.forbidden("search/not-yours", "no merchandiser"));
    }
}
