package dev.galleria.launcher;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command behind ops/run: starts Galleria on this machine and stays until it is stopped. */
@Command(
        name = "ops/run",
        sortOptions = false,
        description = {
            "Starts Galleria on this machine: PostgreSQL, a Stripe double and the application.",
            "Its data is kept in .galleria (or GALLERIA_STATE). GALLERIA_DB_URL, GALLERIA_DB_USER and GALLERIA_DB_PASSWORD make it use"
                    + " a PostgreSQL of yours instead; GALLERIA_BIND is the address to listen on (127.0.0.1)."
        })
public final class Main implements Callable<Integer> {
    private static final int HIGHEST_PORT = 65535;

    @Option(names = "--port", paramLabel = "N", description = "HTTP port (8080); 0 takes any free one.")
    int port = 8080;

    @Option(names = "--reset", description = "Throw away the data of earlier runs first.")
    boolean reset;

    @Option(names = "--headless", description = "Print the logins and addresses as one line of JSON.")
    boolean headless;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;

    @Option(names = "--root", hidden = true, description = "Directory of the project.")
    Path root = Path.of("");

    private final Console console = new Console();

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
        System.exit(new CommandLine(new Main()).execute(arguments));
    }

    @Override
    public Integer call() {
        try {
            start(installation(System.getenv()));
        } catch (StartFailure e) {
            console.failure(e.getMessage());
        }
        return 1;
    }

    Installation installation(Map<String, String> environment) {
        if (port < 0 || port > HIGHEST_PORT) {
            throw new StartFailure("--port must be between 0 and " + HIGHEST_PORT + ", not " + port + ".");
        }
        int chosen = port == 0 ? Ports.anyFree() : port;
        String bind = environment.getOrDefault("GALLERIA_BIND", "127.0.0.1");
        return new Installation(root.toAbsolutePath().normalize(), chosen, bind, environment);
    }

    private void start(Installation installation) {
        var launch = new Launch(installation, console, headless);
        var exitCode = new AtomicInteger(); // a signal is how one stops: that is success
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(launch, exitCode.get()), "stop"));
        try {
            if (reset) {
                launch.reset();
            }
            fail(launch, exitCode, launch.run());
        } catch (StartFailure e) {
            fail(launch, exitCode, e.getMessage());
        }
    }

    private void fail(Launch launch, AtomicInteger exitCode, String reason) {
        if (!launch.isStopping()) {
            exitCode.set(1);
            console.failure(reason);
        }
    }

    private void stop(Launch launch, int exitCode) {
        if (exitCode == 0) {
            console.step("Stopping");
        }
        launch.stop();
        Runtime.getRuntime().halt(exitCode);
    }
}
