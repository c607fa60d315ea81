package dev.galleria.catalog.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** A seller without a picture: two letters on one of seven colors, always the same for the same name. */
final class Initials {
    private static final int COLORS = 7;

    private Initials() {}

    static String of(String name) {
        return Arrays.stream(name.split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .limit(2)
                .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)))
                .collect(Collectors.joining())
                .toUpperCase(Locale.ROOT);
    }

    /** The class that colors them. */
    static String avatar(String name) {
        return "avatar avatar--" + (Math.floorMod(name.hashCode(), COLORS) + 1);
    }
}
