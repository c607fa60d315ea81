package dev.galleria.order.web;

import dev.galleria.account.Address;
import dev.galleria.platform.web.Countries;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What has been filled in so far. */
public record Recap(String email, String place, List<String> lines) {
    static Recap of(@Nullable String email, @Nullable Address address, Locale locale) {
        if (email == null || address == null) {
            throw new IllegalArgumentException("the address step comes first");
        }
        var lines = Stream.concat(address.lines(), Stream.of(Countries.name(address.country(), locale)))
                .toList();
        return new Recap(email, lines.stream().collect(Collectors.joining(", ")), lines);
    }
}
