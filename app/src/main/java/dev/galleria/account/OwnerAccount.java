package dev.galleria.account;

import dev.galleria.platform.Problem;
import dev.galleria.tenancy.Founding;
import dev.galleria.tenancy.TenantDefaults;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Set;

/** Gives a new marketplace its owner's account. */
@ApplicationScoped
public class OwnerAccount implements TenantDefaults {
    @Inject
    AccountStore store;

    @Inject
    Accounts accounts;

    @Override
    public int order() {
        return 40;
    }

    @Override
    public String step() {
        return "owner";
    }

    @Override
    public void check(String ownerEmail) {
        if (Emails.normalize(ownerEmail).isEmpty()) {
            throw Problem.refused("account/email", "not usable");
        }
    }

    /** When repeated, the account gets the password that is shown this time. */
    @Override
    @Transactional
    public void apply(Founding founding) {
        var known = Emails.normalize(founding.ownerEmail()).flatMap(store::credentials);
        if (known.isPresent()) {
            store.entity(known.get().id()).changePassword(accounts.hash(founding.ownerPassword()));
        } else {
            accounts.create(
                    founding.ownerEmail(),
                    founding.ownerName(),
                    founding.ownerPassword(),
                    founding.tenant().defaultLocale(),
                    Set.of(Role.OWNER));
        }
    }
}
