package dev.galleria.account;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An account to be imported; the first address becomes the preferred one. A SELLER needs the seller's id. */
public record NewAccount(
        String email,
        String name,
        Locale locale,
        Set<Role> roles,
        @Nullable UUID seller,
        List<Address> addresses,
        Instant createdAt) {}
