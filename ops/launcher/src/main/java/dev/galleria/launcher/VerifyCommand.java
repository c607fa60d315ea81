package dev.galleria.launcher;

import dev.galleria.verify.Invariants;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Recomputes every fact that must hold, tenant by tenant, and tells each difference. */
@Command(
        name = "verify",
        sortOptions = false,
        description = {
            "Recomputes stock, money, coupons, events and books of every tenant and prints each difference.",
            "It reads the database of the Galleria that ops/run starts from this directory, or that of GALLERIA_DB_URL,"
                    + " GALLERIA_DB_USER and GALLERIA_DB_PASSWORD, and changes nothing. It may be open meanwhile.",
            "Exit code: 0 all facts hold, 1 there are differences, 2 it could not look."
        })
final class VerifyCommand implements Callable<Integer> {
    private static final int DIFFERENCES = 1;
    private static final int NOT_LOOKED = 2;

    @Option(names = "--tenant", paramLabel = "SLUG", description = "Only that tenant.")
    String tenant = "";

    @Option(names = "--json", description = "Print the result as one JSON document.")
    boolean json;

    @Option(
            names = "--allowance",
            paramLabel = "SECONDS",
            description =
                    "How long something may be under way (2700, as payment pages are open so long); 0 if nobody shops.")
    long allowance = Invariants.WHILE_OPEN.toSeconds();

    @Option(names = "--root", hidden = true, description = "Directory of the project.")
    Path root = Path.of("");

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;

    private final Console console = new Console();

    @Override
    public Integer call() {
        try {
            var database = RunningDatabase.of(
                    new Installation(root.toAbsolutePath().normalize(), 0, "127.0.0.1", System.getenv()));
            var result = Verification.run(database, tenant, Duration.ofSeconds(allowance));
            console.result(json ? result.json() : result.text());
            return result.clean() ? 0 : DIFFERENCES;
        } catch (StartFailure e) {
            console.failure(e.getMessage());
        } catch (SQLException e) {
            console.failure("Cannot ask the database: " + e.getMessage());
        }
        return NOT_LOOKED;
    }
}
