package dev.galleria.account;

import dev.galleria.platform.Ids;
import dev.galleria.platform.Passwords;
import dev.galleria.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The accounts of the current marketplace. The same e-mail address at two marketplaces is two accounts. */
@ApplicationScoped
public class Accounts {
    private static final Duration PERIOD = Duration.ofMinutes(5);

    @Inject
    AccountStore store;

    @Inject
    SessionStore sessions;

    @Inject
    Passwords passwords;

    @Inject
    Attempts attempts;

    @Inject
    AccountLinks links;

    /**
     * Opens a session of {@link SessionStore#LIFE} for the right password. An unknown e-mail address and a wrong password
     * get the same answer in the same time. Attempts are counted per account and per client address.
     */
    public SignIn signIn(String email, String password, String clientAddress) {
        return prove(email, password, clientAddress, sessions::open);
    }

    /** The same for any sort of session; the opener gives its token. */
    SignIn prove(String email, String password, String clientAddress, Function<AccountId, String> opener) {
        var normal = Emails.normalize(email);
        if (!attempts.signIn(normal.orElse("?"), clientAddress)) {
            return new SignIn.TooMany(PERIOD);
        }
        var known = normal.flatMap(store::credentials);
        if (!passwords.matches(password, known.map(AccountStore.Credentials::passwordHash))) {
            known.ifPresent(one -> noteWrong(one.id()));
            return new SignIn.Refused();
        }
        var id = known.orElseThrow().id();
        return new SignIn.Granted(opener.apply(id), store.find(id).orElseThrow());
    }

    /** An owner whose password somebody keeps guessing at is told, once an hour at most. */
    private void noteWrong(AccountId id) {
        if (attempts.tooManyWrong(id)) {
            links.warn(store.find(id).orElseThrow());
        }
    }

    /** Ends that session. An unknown or ended one changes nothing. */
    public void signOut(String token) {
        sessions.close(token);
    }

    /** Whose live session that is, with the roles of this moment. */
    public Optional<Account> bySession(String token) {
        return SessionStore.wellFormed(token) ? store.bySession(token) : Optional.empty();
    }

    public Optional<Account> find(AccountId id) {
        return store.find(id);
    }

    /** The account's address, if a mailed link has shown that it is the owner's. */
    public Optional<String> confirmedEmail(AccountId id) {
        return store.confirmedEmail(id);
    }

    /** By address in any spelling that normalizes to the account's. */
    public Optional<Account> findByEmail(String email) {
        return Emails.normalize(email).flatMap(store::credentials).flatMap(known -> store.find(known.id()));
    }

    /** A new name, as it is to be greeted and written on parcels. A bad one is a Problem (REFUSED). */
    @Transactional
    public void rename(AccountId id, String name) {
        if (nameFault(name).isPresent()) {
            throw Problem.refused("account/name", "not usable");
        }
        store.entity(id).rename(name.strip());
    }

    /**
     * Changes the password and ends all sessions but the named one; false if the old password is wrong. After ten tries within
     * five minutes a Problem (TOO_MANY).
     */
    @Transactional
    public boolean changePassword(AccountId id, String before, String after, String keepToken) {
        if (!attempts.change(id)) {
            throw new Problem(Problem.Kind.TOO_MANY, "account/too-many-attempts", id);
        }
        var person = store.entity(id);
        if (!passwords.matches(before, Optional.of(person.passwordHash()))) {
            noteWrong(id);
            return false;
        }
        person.changePassword(passwords.hash(after));
        sessions.closeOthers(id, keepToken);
        links.tellChanged(store.find(id).orElseThrow());
        return true;
    }

    /** Gives a role; a SELLER's with the seller's id. Repeating changes nothing. Effective at the next request. */
    @Transactional
    public void grant(AccountId id, Role role, @Nullable UUID seller) {
        store.grant(id, role, seller);
    }

    /** Takes a role away, effective at the next request. Repeating changes nothing. */
    @Transactional
    public void revoke(AccountId id, Role role) {
        store.revoke(id, role);
    }

    /** The form in which a password is stored; a password of the wrong length is a Problem (REFUSED). */
    public String hash(String password) {
        return passwords.hash(password);
    }

    /**
     * Takes over accounts in bulk, all with that stored password. Known addresses stay as they are. Gives the id of every
     * address named, by its normalized form; an address that cannot be normalized is a Problem (REFUSED).
     */
    @Transactional
    public Map<String, AccountId> importAccounts(List<NewAccount> accounts, String readyHash) {
        return store.insertAll(accounts, readyHash);
    }

    /** Creates one account with roles; a known address or an unusable field is a Problem. */
    @Transactional
    public AccountId create(String email, String name, String password, Locale locale, Set<Role> roles) {
        var normal = Emails.normalize(email).orElseThrow(() -> Problem.refused("account/email", "not usable"));
        var id = new AccountId(Ids.next());
        if (!store.insert(id, normal, name.strip(), passwords.hash(password), locale)) {
            throw Problem.conflict("account/email-taken", normal);
        }
        roles.forEach(role -> store.grant(id, role, null));
        return id;
    }

    /** The key of the text that tells what is wrong with a name. */
    static Optional<String> nameFault(String name) {
        var line = name.strip();
        if (line.isEmpty()) {
            return Optional.of("account.fault.name");
        }
        return line.length() <= 100 && Plain.is(line) ? Optional.empty() : Optional.of("account.fault.nameForm");
    }
}
