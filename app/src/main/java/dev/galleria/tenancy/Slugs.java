package dev.galleria.tenancy;

import dev.galleria.platform.Problem;
import java.util.Set;
import java.util.regex.Pattern;

/** What a tenant may be called in its address. */
final class Slugs {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{2,30}");
    private static final Set<String> RESERVED = Set.of(
            "admin",
            "api",
            "app",
            "assets",
            "auth",
            "billing",
            "blog",
            "cdn",
            "console",
            "dashboard",
            "docs",
            "ftp",
            "galleria",
            "health",
            "help",
            "imap",
            "information-schema",
            "information_schema",
            "localhost",
            "mail",
            "mailbox",
            "media",
            "metrics",
            "nobody",
            "pg-catalog",
            "pg_catalog",
            "pg_temp",
            "platform",
            "pop",
            "postgres",
            "public",
            "root",
            "shared",
            "smtp",
            "static",
            "status",
            "store",
            "support",
            "system",
            "tenant",
            "test",
            "webhooks",
            "webmail",
            "www");

    private Slugs() {}

    /** Refuses anything that is not a plain ASCII name of 3 to 31 characters, or that means something else here. */
    static void check(String slug) {
        if (!FORM.matcher(slug).matches() || slug.endsWith("-") || slug.contains("--")) {
            throw Problem.refused("tenancy/slug-form", "not a slug");
        }
        if (RESERVED.contains(slug) || slug.startsWith("pg-") || slug.startsWith("t-")) {
            throw Problem.refused("tenancy/slug-reserved", slug);
        }
    }
}
