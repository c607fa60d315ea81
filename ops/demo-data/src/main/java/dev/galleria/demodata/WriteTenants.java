package dev.galleria.demodata;

import java.nio.file.Path;
import java.util.List;

/** Writes the CSV files of every demo marketplace; arguments: the directory {@code tenants}, then slugs (none: all). */
public final class WriteTenants {
    static final List<String> SLUGS = List.of("atelier", "gearhub", "greenmarket");

    private WriteTenants() {}

    public static void main(String[] args) {
        List<String> slugs = args.length > 1 ? List.of(args).subList(1, args.length) : SLUGS;
        for (String slug : slugs) {
            Path directory = Path.of(args[0], slug);
            new TenantFiles(Market.of(directory), directory).write();
        }
    }
}
