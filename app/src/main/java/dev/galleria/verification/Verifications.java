package dev.galleria.verification;

import dev.galleria.platform.Database;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Json;
import dev.galleria.platform.PlatformDatabase;
import dev.galleria.verification.Checked.Difference;
import dev.galleria.verify.Finding;
import dev.galleria.verify.Invariants;
import dev.galleria.verify.Report;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.reflect.Type;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** Looks whether the current tenant's facts hold, and remembers what it has seen. The same facts as {@code ops/galleria verify}. */
@ApplicationScoped
public class Verifications {
    private static final Duration KEPT = Duration.ofDays(90);
    private static final Type FINDINGS = new ArrayList<Difference>() {
        private static final long serialVersionUID = 1L;
    }.getClass().getGenericSuperclass();

    @Inject
    Database database;

    @Inject
    PlatformDatabase platform;

    @Inject
    Clock clock;

    private record Row(Instant startedAt, int checks, int differences, String findings) {}

    /** Asks all facts of the current tenant and keeps the answer. Each fact is asked as it is at one moment. */
    public Checked run() {
        var start = clock.instant();
        var report = database.call(sql -> {
            try {
                return Invariants.ofTenant(sql.getConnection(), Invariants.WHILE_OPEN);
            } catch (SQLException e) {
                throw new UnableToExecuteStatementException(e, null);
            }
        });
        var checked = checked(start, report);
        keep(checked, report.skipped().size());
        return checked;
    }

    /** What holds for the whole database, asked now. */
    public Checked ofDatabase() {
        var start = clock.instant();
        return checked(start, platform.call(sql -> {
            try {
                return Invariants.ofDatabase(sql.getConnection(), Invariants.WHILE_OPEN);
            } catch (SQLException e) {
                throw new UnableToExecuteStatementException(e, null);
            }
        }));
    }

    /** The newest look at the current tenant. */
    public Optional<Checked> newest() {
        return database.call(sql -> sql.createQuery(
                                """
                        SELECT started_at, checks, differences, findings::text AS findings FROM verify_run
                         ORDER BY started_at DESC LIMIT 1""")
                        .mapTo(Row.class)
                        .findOne())
                .map(row -> new Checked(
                        row.startedAt(), row.checks(), row.differences(), Json.read(row.findings(), FINDINGS)));
    }

    private void keep(Checked checked, int skipped) {
        database.call(sql -> {
            sql.createUpdate(
                            """
                            INSERT INTO verify_run (id, started_at, finished_at, checks, skipped, differences, findings)
                            VALUES (:id, :start, :end, :checks, :skipped, :differences, CAST(:findings AS jsonb))""")
                    .bind("id", Ids.next())
                    .bind("start", checked.startedAt())
                    .bind("end", clock.instant())
                    .bind("checks", checked.checks())
                    .bind("skipped", skipped)
                    .bind("differences", checked.differences())
                    .bind("findings", Json.write(checked.findings()))
                    .execute();
            return sql.execute(
                    "DELETE FROM verify_run WHERE started_at < ?",
                    checked.startedAt().minus(KEPT));
        });
    }

    private static Checked checked(Instant start, Report report) {
        return new Checked(
                start,
                report.checks(),
                report.differences(),
                report.findings().stream().map(Verifications::difference).toList());
    }

    private static Difference difference(Finding finding) {
        return new Difference(finding.code(), finding.says(), finding.what());
    }
}
