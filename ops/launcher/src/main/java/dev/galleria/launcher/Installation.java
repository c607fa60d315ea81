package dev.galleria.launcher;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one start works with: where the project and its state are, where the application listens, and
 * the settings from the environment. The files of the build are found from the project's root.
 */
record Installation(Path root, int port, String bind, Map<String, String> environment) {

    Path state() {
        return root.resolve(setting("GALLERIA_STATE", ".galleria"));
    }

    Path log(String name) {
        return state().resolve("log").resolve(name + ".log");
    }

    Path war() {
        return root.resolve("app/target/galleria.war");
    }

    Path payara() {
        return root.resolve("ops/launcher/target/dist/payara-micro.jar");
    }

    /** The stand-in for a gateway: {@code stripe-double}, {@code paypal-double}. */
    Path paymentDouble(String service) {
        return root.resolve("ops/" + service + "/target/" + service + ".jar");
    }

    Path tenants() {
        return Path.of(setting("GALLERIA_DEMO_TENANTS", root.resolve("tenants").toString()));
    }

    /** A setting from the environment; an empty one counts as not given. */
    String setting(String name, String otherwise) {
        String value = environment.getOrDefault(name, "");
        return value.isBlank() ? otherwise : value;
    }

    boolean isSet(String name) {
        return !setting(name, "").isEmpty();
    }

    boolean isDemo() {
        return Boolean.parseBoolean(setting("GALLERIA_DEMO", "true"));
    }

    boolean hasOwnDatabase() {
        return isSet("GALLERIA_DB_URL");
    }

    boolean hasRealPayments() {
        return isSet("GALLERIA_STRIPE_API_BASE") || isSet("GALLERIA_STRIPE_KEY");
    }

    boolean hasRealPayPal() {
        return isSet("GALLERIA_PAYPAL_API_BASE") || isSet("GALLERIA_PAYPAL_CLIENT_ID");
    }

    int publicPort() {
        return Integer.parseInt(setting("GALLERIA_PUBLIC_PORT", Integer.toString(port)));
    }

    /** A page of the platform: the host's first label and a path, as a browser writes them. */
    String url(String label, String path) {
        String port = publicPort() == 80 ? "" : ":" + publicPort();
        return "http://" + label + "." + setting("GALLERIA_DOMAIN", "localhost") + port + path;
    }

    /** The application's settings: those of the environment, completed. */
    Map<String, String> settings(Secrets secrets) {
        var settings = new TreeMap<String, String>();
        environment.forEach((name, value) -> {
            if (name.startsWith("GALLERIA_") && !value.isBlank()) {
                settings.put(name, value);
            }
        });
        settings.putIfAbsent("GALLERIA_SECRET", secrets.master());
        settings.putIfAbsent("GALLERIA_DOMAIN", "localhost");
        settings.putIfAbsent("GALLERIA_PUBLIC_PORT", Integer.toString(port));
        settings.putIfAbsent("GALLERIA_DATA", state().resolve("data").toString());
        settings.putIfAbsent("GALLERIA_DEMO", "true");
        settings.putIfAbsent("GALLERIA_DEMO_TENANTS", tenants().toString());
        return settings;
    }
}
