package dev.galleria.catalog.editing;

import dev.galleria.account.Account;
import dev.galleria.account.AccountId;
import dev.galleria.account.Role;
import dev.galleria.platform.Problem;
import dev.galleria.seller.SellerId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who edits. The marketplace's people may edit everything; a seller's edit the products that the seller brought and its own
 * offers on any active product. What an editor may not touch does not exist for it (NOT_FOUND).
 *
 * @param seller whom the editor works for; null for the marketplace's own people
 */
public record Editor(AccountId account, @Nullable SellerId seller) {

    /** The rights of that account; a shopper is a Problem (FORBIDDEN). */
    public static Editor of(Account account) {
        if (account.is(Role.OWNER) || account.is(Role.STAFF)) {
            return new Editor(account.id(), null);
        }
        return Optional.ofNullable(account.seller())
                .filter(seller -> account.is(Role.SELLER))
                .map(seller -> new Editor(account.id(), new SellerId(seller)))
                .orElseThrow(() -> Problem.forbidden("catalog/not-an-editor", account.id()));
    }

    /** Whether this editor may describe products of that owner; null is the marketplace. */
    public boolean mayDescribe(@Nullable SellerId owner) {
        return seller == null || seller.equals(owner);
    }

    /** Whether this editor may price goods in that seller's name. */
    public boolean maySellAs(SellerId other) {
        return seller == null || seller.equals(other);
    }

    /** Refuses whoever works for a seller: a Problem (FORBIDDEN). */
    void requireStaff() {
        if (seller != null) {
            throw Problem.forbidden("catalog/not-an-editor", account);
        }
    }
}
