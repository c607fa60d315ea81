package dev.galleria.platform.tokens;

import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/** What the server's MicroProfile JWT asks for: the issuer, how old a token may be, and the key. */
public class TokenConfig implements ConfigSource {
    /** Who signs: the platform, for all its marketplaces. */
    public static final String ISSUER = "galleria";

    /** For so long an access token is good. */
    public static final int SECONDS = 15 * 60;

    private static final String KEY = "mp.jwt.verify.publickey";
    private static final Map<String, String> FIXED = Map.of(
            "mp.jwt.verify.issuer",
            ISSUER,
            "mp.jwt.verify.publickey.algorithm",
            "RS256",
            "mp.jwt.verify.token.age",
            String.valueOf(SECONDS));

    /** Of each token that it does not accept it would write a page of calls; held, or its level would be forgotten. */
    private static final Logger VERIFIER =
            Logger.getLogger("fish.payara.microprofile.jwtauth.eesecurity.SignedJWTIdentityStore");

    static {
        VERIFIER.setLevel(Level.WARNING);
    }

    @Override
    public Set<String> getPropertyNames() {
        return FIXED.keySet();
    }

    @Override
    public @Nullable String getValue(String name) {
        return name.equals(KEY) ? TokenKeys.verifying() : FIXED.get(name);
    }

    @Override
    public String getName() {
        return "galleria tokens";
    }
}
