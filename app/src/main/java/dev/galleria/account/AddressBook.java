package dev.galleria.account;

import dev.galleria.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** An account's addresses, the preferred one first. Exactly one is preferred while there are any. */
@ApplicationScoped
@Transactional
public class AddressBook {
    /** How many addresses an account may keep. */
    public static final int MOST = 30;

    @Inject
    AddressStore store;

    public List<SavedAddress> list(AccountId account) {
        return store.list(account);
    }

    /** Empty for an unknown id and for somebody else's. */
    public Optional<SavedAddress> find(AccountId account, AddressId id) {
        return store.list(account).stream()
                .filter(saved -> saved.id().equals(id))
                .findFirst();
    }

    /** Adds an address; the first one becomes the preferred one. */
    public SaveAddress add(AccountId account, Address wish, boolean preferred) {
        var address = wish.normalized();
        var faults = address.faults();
        if (!faults.isEmpty()) {
            return new SaveAddress.Invalid(faults);
        }
        store.lockBook(account);
        var known = store.list(account);
        if (known.size() >= MOST) {
            return new SaveAddress.Full();
        }
        var id = store.insert(account, address, known.isEmpty());
        if (preferred) {
            store.prefer(account, id);
        }
        return new SaveAddress.Saved(id);
    }

    /** Changes an address; an unknown id or somebody else's is a Problem (NOT_FOUND). */
    public SaveAddress change(AccountId account, AddressId id, Address wish, boolean preferred) {
        var address = wish.normalized();
        var faults = address.faults();
        if (!faults.isEmpty()) {
            return new SaveAddress.Invalid(faults);
        }
        store.lockBook(account);
        known(store.update(account, id, address), id);
        if (preferred) {
            store.prefer(account, id);
        }
        return new SaveAddress.Saved(id);
    }

    /** Makes it the preferred one. */
    public void prefer(AccountId account, AddressId id) {
        store.lockBook(account);
        known(store.prefer(account, id), id);
    }

    /** Forgets an address; if it was the preferred one, the oldest of the others becomes that. Repeating is a Problem (NOT_FOUND). */
    public void remove(AccountId account, AddressId id) {
        store.lockBook(account);
        known(store.delete(account, id), id);
        var rest = store.list(account);
        if (!rest.isEmpty() && !rest.get(0).preferred()) {
            store.prefer(account, rest.get(0).id());
        }
    }

    private static void known(boolean found, AddressId id) {
        if (!found) {
            throw Problem.notFound("account/unknown-address", id);
        }
    }
}
