package dev.galleria.launcher;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command behind ops/galleria: what an operator does with a Galleria that runs, or that is about to. */
@Command(
        name = "ops/galleria",
        description = "Looks after a Galleria.",
        subcommands = {VerifyCommand.class},
        synopsisSubcommandLabel = "COMMAND")
public final class Operator {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Operator()).execute(arguments));
    }
}
