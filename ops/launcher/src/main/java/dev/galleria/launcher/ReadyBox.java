package dev.galleria.launcher;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** What a person (or, as one JSON line, a program) needs to know once everything runs. */
record ReadyBox(Installation installation, List<Marketplace> marketplaces) {
    private static final String TEST_CARD = "4242 4242 4242 4242";
    private static final String ADMIN = "admin@galleria.example";

    /** The box for a terminal. */
    String text() {
        var lines = new ArrayList<String>();
        lines.add("Galleria is running.");
        for (Marketplace marketplace : marketplaces) {
            lines.add("");
            lines.add(marketplace.name() + "   " + installation.url(marketplace.slug(), "/"));
            lines.add("  shopper       " + marketplace.shopper());
            lines.add("  sellers       " + String.join(", ", marketplace.sellers()));
            lines.add("  tenant owner  " + marketplace.owner());
            lines.add("  back office   " + installation.url(marketplace.slug(), "/backoffice"));
            lines.add("  mailbox       " + installation.url(marketplace.slug(), "/mailbox"));
        }
        lines.add("");
        lines.add("Console   " + installation.url("console", "/"));
        if (installation.isDemo()) {
            lines.add("  platform admin  " + ADMIN);
            lines.add("");
            lines.add("Password of all of them: " + password());
            if (!installation.hasRealPayments()) {
                lines.add("Test card: " + TEST_CARD + ", any date in the future, any CVC");
            }
        }
        lines.add("");
        lines.add("Logs: " + installation.log("galleria").getParent());
        lines.add("Stop with Ctrl-C; the data stays. Begin anew with ops/run --reset.");
        return framed(lines);
    }

    /** The same as one line of JSON. */
    String json() {
        ObjectNode box = new ObjectMapper().createObjectNode();
        box.put("ready", true).put("port", installation.port());
        var tenants = box.putArray("tenants");
        for (Marketplace marketplace : marketplaces) {
            ObjectNode tenant = tenants.addObject();
            tenant.put("slug", marketplace.slug()).put("name", marketplace.name());
            tenant.put("url", installation.url(marketplace.slug(), "/"));
            tenant.put("backoffice", installation.url(marketplace.slug(), "/backoffice"));
            tenant.put("mailbox", installation.url(marketplace.slug(), "/mailbox"));
            tenant.put("shopper", marketplace.shopper()).put("owner", marketplace.owner());
            marketplace.sellers().forEach(tenant.putArray("sellers")::add);
        }
        ObjectNode console = box.putObject("console").put("url", installation.url("console", "/"));
        if (installation.isDemo()) {
            console.put("admin", ADMIN);
            box.put("password", password());
            if (!installation.hasRealPayments()) {
                box.put("testCard", TEST_CARD.replace(" ", ""));
            }
        }
        box.put("logs", installation.log("galleria").getParent().toString());
        return box.toString();
    }

    private String password() {
        return marketplaces.stream().map(Marketplace::password).findFirst().orElse("galleria-demo");
    }

    private static String framed(List<String> lines) {
        int width = lines.stream().mapToInt(String::length).max().orElse(0);
        var frame = new StringBuilder();
        frame.append("┌").append("─".repeat(width + 2)).append("┐\n");
        for (String line : lines) {
            frame.append("│ ")
                    .append(line)
                    .append(" ".repeat(width - line.length()))
                    .append(" │\n");
        }
        return frame.append("└").append("─".repeat(width + 2)).append("┘").toString();
    }
}
