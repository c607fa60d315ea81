package dev.galleria.demo;

import dev.galleria.platform.Boot;
import dev.galleria.platform.BootStep;
import dev.galleria.platform.Settings;
import dev.galleria.tenancy.Tenancy;
import dev.galleria.tenancy.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Last step of a demo's start: opens every marketplace of the directory {@code galleria.demo.tenants} that is not there yet.
 * One that was cut off while it was loaded is still CREATING and is loaded again; every step bears it.
 */
@ApplicationScoped
class DemoBoot implements BootStep {
    @Inject
    Boot boot;

    @Inject
    Tenancy tenancy;

    @Inject
    DemoLoader loader;

    @Override
    public int order() {
        return 90;
    }

    @Override
    public void run() throws IOException {
        var directory = Settings.text("galleria.demo.tenants").map(Path::of);
        if (!Settings.demo() || directory.isEmpty()) {
            return;
        }
        for (var marketplace : marketplaces(directory.get())) {
            var files = MarketplaceFiles.in(marketplace);
            var known = tenancy.findBySlug(files.settings().text("slug")).map(Tenant::state);
            if (known.isEmpty() || known.get() == Tenant.State.CREATING || known.get() == Tenant.State.FAILED) {
                loader.load(files, boot::progress);
            }
        }
    }

    private static List<Path> marketplaces(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            throw new IOException("galleria.demo.tenants is no directory: " + directory);
        }
        try (var entries = Files.list(directory)) {
            return entries.filter(entry -> Files.isRegularFile(entry.resolve("tenant.yaml")))
                    .sorted()
                    .toList();
        }
    }
}
