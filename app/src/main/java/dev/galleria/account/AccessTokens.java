package dev.galleria.account;

import dev.galleria.platform.Ids;
import dev.galleria.platform.Scope;
import dev.galleria.platform.Secrets;
import dev.galleria.platform.tokens.TokenConfig;
import dev.galleria.platform.tokens.TokenKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How programs act for an account: an access token of 15 minutes (a JWT that this platform signs, for one marketplace) and a
 * refresh token of seven days, good for one exchange. A refresh token that comes a second time has been stolen, then or now:
 * its session ends, and with it all that came of it, access tokens too (RFC 9700 section 4.14.2).
 */
@ApplicationScoped
public class AccessTokens {
    private static final Pattern REFRESH =
            Pattern.compile("([A-Za-z0-9_-]{43})\\.([1-9][0-9]{0,8})\\.([A-Za-z0-9_-]{43})");

    @Inject
    Accounts accounts;

    @Inject
    AccountStore store;

    @Inject
    SessionStore sessions;

    @Inject
    Scope scope;

    @Inject
    Clock clock;

    /** Both tokens and how long each is good. */
    public record Pair(String access, Duration accessLife, String refresh, Duration refreshLife) {}

    /** The answer to an attempt to sign in; as {@link SignIn}. */
    public sealed interface Granting {
        record Granted(Pair pair, Account account) implements Granting {}

        record Refused() implements Granting {}

        record TooMany(Duration retryAfter) implements Granting {}
    }

    /** Opens a session for the right password, under the same limits as {@link Accounts#signIn}. */
    public Granting signIn(String email, String password, String clientAddress) {
        var answer = accounts.prove(email, password, clientAddress, sessions::openGrant);
        if (answer instanceof SignIn.Granted granted) {
            return new Granting.Granted(pair(granted.token(), 1, granted.account()), granted.account());
        }
        return answer instanceof SignIn.TooMany wait ? new Granting.TooMany(wait.retryAfter()) : new Granting.Refused();
    }

    /** New tokens for the newest refresh token; empty for any other, and one that was used before ends its session. */
    public Optional<Pair> refresh(String refreshToken) {
        var token = REFRESH.matcher(refreshToken);
        if (!token.matches() || !Secrets.same(token.group(3), seal(token.group(1), token.group(2)))) {
            return Optional.empty();
        }
        var grant = token.group(1);
        int serial = Integer.parseInt(token.group(2));
        var account = sessions.renew(grant, serial).flatMap(store::find);
        if (account.isEmpty()) {
            sessions.close(grant);
        }
        return account.map(holder -> pair(grant, serial + 1, holder));
    }

    /** Ends the session of that refresh token, whichever of its numbers it has. Repeating changes nothing. */
    public void signOut(String refreshToken) {
        var token = REFRESH.matcher(refreshToken);
        if (token.matches() && Secrets.same(token.group(3), seal(token.group(1), token.group(2)))) {
            sessions.close(token.group(1));
        }
    }

    /** A session that a program has open, and whose it is with the roles of this moment. */
    public record Bearer(String grant, Account account) {}

    /**
     * Who acts by an access token whose signature, issuer and time have been verified; empty if it is for another marketplace
     * or its session has ended.
     */
    public Optional<Bearer> bearer(@Nullable Set<String> audience, String subject, String tokenId) {
        int dot = tokenId.indexOf('.');
        if (dot < 0 || !Set.of(scope.id()).equals(audience)) {
            return Optional.empty();
        }
        var grant = tokenId.substring(0, dot);
        return SessionStore.wellFormed(grant)
                ? store.byGrant(grant)
                        .filter(account -> account.id().toString().equals(subject))
                        .map(account -> new Bearer(grant, account))
                : Optional.empty();
    }

    private Pair pair(String grant, int serial, Account account) {
        long now = clock.instant().getEpochSecond();
        var groups = Json.createArrayBuilder();
        account.roles().forEach(role -> groups.add(role.name()));
        var claims = Json.createObjectBuilder()
                .add("iss", TokenConfig.ISSUER)
                .add("aud", scope.id())
                .add("sub", account.id().toString())
                .add("jti", grant + '.' + Ids.next())
                .add("iat", now)
                .add("exp", now + TokenConfig.SECONDS)
                .add("groups", groups)
                .build();
        return new Pair(
                TokenKeys.sign(claims.toString()),
                Duration.ofSeconds(TokenConfig.SECONDS),
                grant + '.' + serial + '.' + seal(grant, String.valueOf(serial)),
                SessionStore.GRANT_LIFE);
    }

    private String seal(String grant, String serial) {
        return Secrets.derive("refresh-token", scope.id() + ' ' + grant + ' ' + serial);
    }
}
