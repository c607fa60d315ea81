package dev.galleria.account;

import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person known to a marketplace. Without roles a shopper.
 *
 * @param seller the id of the seller that a SELLER works for, otherwise null; a bare id because sellers are known to a
 *     capability that stands above this one
 */
public record Account(AccountId id, String email, String name, Locale locale, Set<Role> roles, @Nullable UUID seller) {
    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** Whether the back office is open to this account. */
    public boolean works() {
        return !roles.isEmpty();
    }
}
