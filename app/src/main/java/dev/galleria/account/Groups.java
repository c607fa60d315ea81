package dev.galleria.account;

import dev.galleria.platform.Database;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Groups of customers, written by the marketplace's own people only (else a Problem, FORBIDDEN). An unknown group or account is
 * a Problem (NOT_FOUND), a name or code that cannot be kept a Problem (REFUSED, {@code account/group}).
 */
@ApplicationScoped
@Transactional
public class Groups {
    /** More groups than this nobody overlooks. */
    public static final int MOST = 200;

    private static final int MOST_MEMBERS = 500;
    private static final Pattern CODE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\p{Cs}\\p{Co}\\p{Cn}\\u2028\\u2029]");
    private static final String READ =
            """
            SELECT g.id, g.version, g.code, g.name,
                   (SELECT count(*)::int FROM account a WHERE a.group_id = g.id) AS members
              FROM customer_group g""";

    @Inject
    Database database;

    @Inject
    Clock clock;

    /** All groups by name. */
    public List<CustomerGroup> list() {
        return database.call(sql -> sql.createQuery(READ + " ORDER BY lower(g.name), g.id")
                .map((row, context) -> read(row))
                .list());
    }

    public Optional<CustomerGroup> find(GroupId id) {
        return database.call(sql -> sql.createQuery(READ + " WHERE g.id = :id")
                .bind("id", id.value())
                .map((row, context) -> read(row))
                .findOne());
    }

    /** The group of an account, if it is in one. */
    public Optional<GroupId> of(AccountId account) {
        return database.call(
                sql -> sql.createQuery("SELECT group_id FROM account WHERE id = :id AND group_id IS NOT NULL")
                        .bind("id", account.value())
                        .mapTo(UUID.class)
                        .findOne()
                        .map(GroupId::new));
    }

    /** Adds a group; a code that is taken is a Problem (CONFLICT). */
    public GroupId create(Account by, String code, String name) {
        requireStaff(by);
        var id = Ids.next();
        var plain = code.strip().toLowerCase(Locale.ROOT);
        if (plain.length() > 40 || !CODE.matcher(plain).matches()) {
            throw Problem.refused("account/group", "code");
        }
        var title = name(name);
        int written = database.call(sql -> {
            sql.execute("SELECT pg_advisory_xact_lock(hashtext('account.group'))");
            int known = sql.createQuery("SELECT count(*) FROM customer_group")
                    .mapTo(int.class)
                    .one();
            if (known >= MOST) {
                throw Problem.refused("account/groups-full", MOST);
            }
            return sql.execute(
                    "INSERT INTO customer_group (id, code, name, created_at) VALUES (?, ?, ?, ?) ON CONFLICT (code) DO NOTHING",
                    id,
                    plain,
                    title,
                    Timestamp.from(clock.instant()));
        });
        if (written == 0) {
            throw Problem.conflict("account/group-taken", plain);
        }
        return new GroupId(id);
    }

    /** Gives the group another name. */
    public void rename(Account by, GroupId id, String name) {
        requireStaff(by);
        var title = name(name);
        require(
                database.call(sql -> sql.execute(
                        "UPDATE customer_group SET name = ?, version = version + 1 WHERE id = ?", title, id.value())),
                id);
    }

    /** Ends the group; its members are in none then. Price lists of the group apply to nobody any more. */
    public void delete(Account by, GroupId id) {
        requireStaff(by);
        require(database.call(sql -> sql.execute("DELETE FROM customer_group WHERE id = ?", id.value())), id);
    }

    /** Puts the account of that e-mail address into the group, out of any other. Repeating changes nothing. */
    public void join(Account by, GroupId id, String email) {
        requireStaff(by);
        if (find(id).isEmpty()) {
            throw Problem.notFound("account/unknown-group", id);
        }
        assign(email, id.value());
    }

    /** Takes the account out of whatever group it is in. Repeating changes nothing. */
    public void leave(Account by, String email) {
        requireStaff(by);
        assign(email, null);
    }

    /** E-mail addresses of those in the group, the first 500 by address. */
    public List<String> members(Account by, GroupId id) {
        requireStaff(by);
        return database.call(
                sql -> sql.createQuery("SELECT email FROM account WHERE group_id = :id ORDER BY email LIMIT :limit")
                        .bind("id", id.value())
                        .bind("limit", MOST_MEMBERS)
                        .mapTo(String.class)
                        .list());
    }

    private void assign(String email, @Nullable UUID group) {
        var normal = Emails.normalize(email).orElseThrow(() -> Problem.notFound("account/unknown-account", "e-mail"));
        int known = database.call(
                sql -> sql.createUpdate("UPDATE account SET group_id = CAST(:group AS uuid) WHERE email = :email")
                        .bind("group", group)
                        .bind("email", normal)
                        .execute());
        if (known == 0) {
            throw Problem.notFound("account/unknown-account", "e-mail");
        }
    }

    private static String name(String name) {
        var plain = name.strip();
        if (plain.isEmpty() || plain.length() > 100 || CONTROL.matcher(plain).find()) {
            throw Problem.refused("account/group", "name");
        }
        return plain;
    }

    private static void require(int rows, GroupId id) {
        if (rows == 0) {
            throw Problem.notFound("account/unknown-group", id);
        }
    }

    private static void requireStaff(Account by) {
        if (!by.is(Role.OWNER) && !by.is(Role.STAFF)) {
            throw Problem.forbidden("account/not-staff", by.id());
        }
    }

    private static CustomerGroup read(ResultSet row) throws SQLException {
        return new CustomerGroup(
                new GroupId(row.getObject("id", UUID.class)),
                row.getLong("version"),
                row.getString("code"),
                row.getString("name"),
                row.getInt("members"));
    }
}
