package dev.galleria.account;

import dev.galleria.platform.Ids;
import dev.galleria.platform.Outbox;
import dev.galleria.platform.Passwords;
import dev.galleria.platform.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Opens accounts and gives new passwords by links mailed to the address: whoever follows one owns the address and chooses
 * the password. Asking gets the same answer whether there is an account or not; what differs is the mail.
 */
@ApplicationScoped
@Transactional
public class AccountLinks {
    private static final Duration PERIOD = Duration.ofMinutes(5);

    @Inject
    AccountStore store;

    @Inject
    LinkStore links;

    @Inject
    SessionStore sessions;

    @Inject
    Passwords passwords;

    @Inject
    Attempts attempts;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    /** What a link that still works is for. */
    public record Link(LinkKind kind, String email, String name) {}

    /** Asks for an account; next is the page to come back to. */
    public SignUp signUp(String email, String name, Locale locale, String next, String clientAddress) {
        var faults = new LinkedHashMap<String, String>();
        Accounts.nameFault(name).ifPresent(fault -> faults.put("name", fault));
        return ask(LinkKind.SIGN_UP, email, name.strip(), locale, next, clientAddress, faults);
    }

    /** Asks for a new password. */
    public SignUp reset(String email, Locale locale, String clientAddress) {
        return ask(LinkKind.RESET, email, "", locale, "", clientAddress, new LinkedHashMap<>());
    }

    /** What that link is for; empty if it does not work (any more). Looking uses nothing up. */
    public Optional<Link> find(String token) {
        return links.find(token).map(row -> new Link(LinkKind.valueOf(row.kind()), row.email(), row.name()));
    }

    /** Uses the link up: the account has that password and a confirmed address, and all its other sessions end. */
    public Redeemed redeem(String token, String password) {
        if (Passwords.normalize(password).isEmpty()) {
            return new Redeemed.Invalid(Map.of("password", "account.fault.password"));
        }
        var taken = links.take(token);
        if (taken.isEmpty()) {
            return new Redeemed.Gone();
        }
        var link = taken.get();
        var locale = Locale.forLanguageTag(link.locale());
        var fresh = new AccountId(Ids.next());
        var hash = passwords.hash(password);
        AccountId id;
        if (link.kind().equals(LinkKind.SIGN_UP.name())
                && store.insert(fresh, link.email(), link.name(), hash, locale)) {
            id = fresh;
        } else {
            id = store.credentials(link.email()).orElseThrow().id();
            store.entity(id).changePassword(hash);
            outbox.publish(notice(AccountNotice.Kind.CHANGED, Ids.next(), link.email(), link.locale()));
        }
        store.confirm(id);
        links.endAll(link.email());
        sessions.closeAll(id);
        return new Redeemed.Opened(sessions.open(id), store.find(id).orElseThrow(), link.nextPage());
    }

    /** Tells the owner that the password is another one now. */
    void tellChanged(Account account) {
        tell(AccountNotice.Kind.CHANGED, account);
    }

    /** Tells the owner that somebody keeps trying passwords. */
    void warn(Account account) {
        tell(AccountNotice.Kind.GUESSED, account);
    }

    private void tell(AccountNotice.Kind kind, Account account) {
        outbox.publish(
                notice(kind, Ids.next(), account.email(), account.locale().toLanguageTag()));
    }

    /** The token of the link that a notice mails. */
    public static String token(UUID notice) {
        return Secrets.derive("account-link", notice.toString());
    }

    void send(LinkAsked asked) {
        var known = store.credentials(asked.email()).map(AccountStore.Credentials::id);
        boolean reset = asked.kind() == LinkKind.RESET;
        if (reset && known.isEmpty()) {
            return;
        }
        var kind = reset
                ? AccountNotice.Kind.RESET
                : known.isPresent() ? AccountNotice.Kind.KNOWN : AccountNotice.Kind.CONFIRM;
        var notice = notice(kind, Ids.next(), asked.email(), asked.locale());
        if (kind != AccountNotice.Kind.KNOWN) {
            links.insert(token(notice.eventId()), asked, known);
        }
        outbox.publish(notice);
    }

    private SignUp ask(
            LinkKind kind,
            String email,
            String name,
            Locale locale,
            String next,
            String clientAddress,
            Map<String, String> faults) {
        var normal = Emails.normalize(email);
        if (normal.isEmpty()) {
            faults.put("email", "account.fault.email");
        }
        if (!faults.isEmpty()) {
            return new SignUp.Invalid(faults);
        }
        if (!attempts.ask(clientAddress)) {
            return new SignUp.TooMany(PERIOD);
        }
        // Who has had a few mails gets no more for a while; whoever asks is told the same.
        if (attempts.mail(normal.get())) {
            outbox.publish(
                    new LinkAsked(Ids.next(), clock.instant(), kind, normal.get(), name, locale.toLanguageTag(), next));
        }
        return new SignUp.Asked();
    }

    private AccountNotice notice(AccountNotice.Kind kind, UUID id, String email, String locale) {
        return new AccountNotice(id, clock.instant(), kind, email, locale);
    }
}
