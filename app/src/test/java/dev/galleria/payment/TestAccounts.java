package dev.galleria.payment;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A tenant's accounts without a database: settings as given, endpoints in memory. */
public final class TestAccounts extends GatewayAccounts {
    private final String slug;
    private final Map<String, String> settings;
    private final String eventsAddress;
    private final Map<String, Endpoint> endpoints = new ConcurrentHashMap<>();

    public TestAccounts(String slug, Map<String, String> settings, String eventsAddress) {
        this.slug = slug;
        this.settings = settings;
        this.eventsAddress = eventsAddress;
    }

    @Override
    public Optional<Keys> ownKeys(String gateway) {
        return Optional.empty();
    }

    @Override
    public Optional<String> setting(String gateway, String name) {
        return Optional.ofNullable(settings.get(gateway + "." + name));
    }

    @Override
    public String tenant() {
        return slug;
    }

    @Override
    public String slug() {
        return slug;
    }

    @Override
    public String eventsAddress(String gateway) {
        return eventsAddress;
    }

    @Override
    public Optional<Endpoint> endpoint(String gateway) {
        return Optional.ofNullable(endpoints.get(gateway));
    }

    @Override
    public void keep(String gateway, Endpoint endpoint) {
        endpoints.put(gateway, endpoint);
    }
}
