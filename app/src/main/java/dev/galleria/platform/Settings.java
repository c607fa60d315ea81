package dev.galleria.platform;

import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** The operator's settings, read by MicroProfile Config: system property {@code galleria.db.url} or variable GALLERIA_DB_URL. */
public final class Settings {
    private Settings() {}

    public static String databaseUrl() {
        return required("galleria.db.url");
    }

    /** The login that owns the database: may create roles and schemas, is no superuser. */
    public static String databaseUser() {
        return required("galleria.db.user");
    }

    public static String databasePassword() {
        return required("galleria.db.password");
    }

    /** The master secret; role passwords and tokens are derived from it. At least 32 characters. */
    public static String secret() {
        var secret = required("galleria.secret");
        if (secret.length() < 32) {
            throw new IllegalStateException(
                    "galleria.secret must have at least 32 characters; it has " + secret.length());
        }
        return secret;
    }

    /** The platform's domain; tenants live at its sub-domains, the console at {@code console.}. */
    public static String domain() {
        return text("galleria.domain").orElse("localhost");
    }

    /** The port that browsers see, for links in mails and at gateways. */
    public static int publicPort() {
        return config().getOptionalValue("galleria.public-port", Integer.class).orElse(8080);
    }

    /** http, or https behind a proxy that ends TLS. */
    public static String publicScheme() {
        return text("galleria.public-scheme").orElse("http");
    }

    /** Where blobs and the index lie. */
    public static Path data() {
        return Path.of(text("galleria.data").orElse(".galleria/data"));
    }

    /** Whether this installation shows the demo's mailbox and loads its marketplaces. */
    public static boolean demo() {
        return config().getOptionalValue("galleria.demo", Boolean.class).orElse(false);
    }

    /** A setting that may be missing or empty. */
    public static Optional<String> text(String key) {
        return config().getOptionalValue(key, String.class).map(String::strip).filter(value -> !value.isEmpty());
    }

    private static String required(String key) {
        return text(key).orElseThrow(() -> new IllegalStateException("The setting " + key + " is missing."));
    }

    private static Config config() {
        return ConfigProvider.getConfig(Settings.class.getClassLoader());
    }
}
