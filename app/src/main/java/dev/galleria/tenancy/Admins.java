package dev.galleria.tenancy;

import dev.galleria.platform.Ids;
import dev.galleria.platform.Passwords;
import dev.galleria.platform.PlatformDatabase;
import dev.galleria.platform.Secrets;
import dev.galleria.platform.cluster.Limits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** The platform's admins and their sessions, which live half a day. They are no accounts of any tenant. */
@ApplicationScoped
public class Admins {
    /** How long a session lives. */
    public static final Duration LIFE = Duration.ofHours(12);

    private static final Duration PERIOD = Duration.ofMinutes(5);

    @Inject
    PlatformDatabase database;

    @Inject
    Passwords passwords;

    @Inject
    Limits limits;

    /** A row as it is stored. */
    public record Row(UUID id, String email, String name, String passwordHash) {
        Admin admin() {
            return new Admin(id, email, name);
        }
    }

    /** Opens a session for the right password; unknown and wrong get the same answer in the same time. */
    public AdminSignIn signIn(String email, String password, String clientAddress) {
        var normal = normalize(email);
        if (!limits.take("platform:admin-address:" + clientAddress, 60, PERIOD)
                || !limits.take("platform:admin:" + clientAddress + Secrets.derive("attempts", normal), 15, PERIOD)) {
            return new AdminSignIn.TooMany(PERIOD);
        }
        var known = row(normal);
        if (!passwords.matches(password, known.map(Row::passwordHash))) {
            return new AdminSignIn.Refused();
        }
        var admin = known.orElseThrow().admin();
        return new AdminSignIn.Granted(open(admin), admin);
    }

    /** Ends that session; an unknown one changes nothing. */
    public void signOut(String token) {
        database.call(
                sql -> sql.execute("DELETE FROM admin_session WHERE token_hash = ?", (Object) Secrets.hash(token)));
    }

    /** Whose live session that is. */
    public Optional<Admin> bySession(String token) {
        return token.isEmpty()
                ? Optional.empty()
                : database.call(sql -> sql.createQuery(
                                """
                                SELECT a.* FROM admin a JOIN admin_session s ON s.admin_id = a.id
                                 WHERE s.token_hash = :hash AND s.expires_at > now()""")
                        .bind("hash", Secrets.hash(token))
                        .mapTo(Row.class)
                        .findOne()
                        .map(Row::admin));
    }

    /** Whether there is anybody who could sign in. */
    boolean any() {
        return database.call(sql -> sql.createQuery("SELECT EXISTS (SELECT 1 FROM admin)")
                .mapTo(boolean.class)
                .one());
    }

    /** Adds an admin; a known address stays as it is. */
    void add(String email, String name, String password) {
        var hash = passwords.hash(password);
        database.call(sql -> sql.execute(
                "INSERT INTO admin (id, email, name, password_hash) VALUES (?, ?, ?, ?) ON CONFLICT (email) DO NOTHING",
                Ids.next(),
                normalize(email),
                name,
                hash));
    }

    private String open(Admin admin) {
        var token = Secrets.token();
        database.call(sql -> {
            sql.execute("DELETE FROM admin_session WHERE expires_at < now()");
            return sql.execute(
                    """
                    INSERT INTO admin_session (token_hash, admin_id, expires_at)
                    VALUES (?, ?, now() + ? * interval '1 second')""",
                    Secrets.hash(token),
                    admin.id(),
                    LIFE.toSeconds());
        });
        return token;
    }

    private Optional<Row> row(String email) {
        // PostgreSQL stores no NUL, and nobody has an address with one.
        if (email.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        return database.call(sql -> sql.createQuery("SELECT * FROM admin WHERE email = :email")
                .bind("email", email)
                .mapTo(Row.class)
                .findOne());
    }

    private static String normalize(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }
}
