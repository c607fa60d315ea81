package dev.galleria.paypaldouble;

import java.io.IOException;
import java.nio.file.Path;

/** {@code java -jar paypal-double.jar --port N --ledger DIR}. */
public final class Main {
    private Main() {}

    /** Starts the double, says where it listens, and runs until it is ended. */
    public static void main(String[] args) throws IOException {
        int port = 0;
        Path ledger = null;
        for (int i = 0; i + 1 < args.length; i += 2) {
            switch (args[i]) {
                case "--port" -> port = Integer.parseInt(args[i + 1]);
                case "--ledger" -> ledger = Path.of(args[i + 1]);
                default -> exit("Unknown option " + args[i]);
            }
        }
        if (ledger == null || args.length % 2 != 0) {
            exit("Usage: java -jar paypal-double.jar --ledger DIRECTORY [--port PORT]");
        }
        PayPalDouble payPal = PayPalDouble.start(port, ledger);
        System.out.println("PAYPAL DOUBLE READY " + payPal.apiBase());
    }

    private static void exit(String message) {
        System.err.println(message);
        System.exit(2);
    }
}
