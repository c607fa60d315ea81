package dev.galleria.tenancy.web;

import dev.galleria.tenancy.CurrentAdmin;
import dev.galleria.tenancy.Tenancy;
import dev.galleria.tenancy.Tenant;
import dev.galleria.tenancy.TenantId;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;

/** The console's list of tenants. */
@Named
@ViewScoped
public class TenantsView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    Tenancy tenancy;

    @Inject
    CurrentAdmin admin;

    @Inject
    OfficeTexts texts;

    private String query = "";
    private String state = "";
    private @Nullable UUID chosen;
    private transient @Nullable List<Tenant> all;

    /** A line of the list. */
    public record Row(
            UUID id,
            String name,
            String host,
            String address,
            String state,
            String stateLabel,
            String plan,
            String schemaVersion,
            boolean healthy,
            String health,
            String failure,
            Instant createdAt,
            String created,
            Instant lastOrderAt,
            String lastOrder) {
        public boolean active() {
            return state.equals("ACTIVE");
        }

        public boolean suspended() {
            return state.equals("SUSPENDED");
        }

        /** How the state is colored. */
        public String tone() {
            return active() ? "good" : suspended() ? "warn" : "quiet";
        }
    }

    /** A saved view of the list. */
    public record Tab(String label, String address, int count, boolean current) {}

    public List<Row> getRows() {
        var words = query.toLowerCase(Locale.ROOT).strip();
        return all().stream()
                .filter(tenant -> state.isEmpty() || tenant.state().name().equals(state))
                .filter(tenant -> words.isEmpty()
                        || tenant.name().toLowerCase(Locale.ROOT).contains(words)
                        || tenant.slug().contains(words))
                .map(this::row)
                .toList();
    }

    public List<Tab> getTabs() {
        var tabs = new ArrayList<Tab>();
        tabs.add(tab("", texts.get("console.all"), all().size()));
        for (var one : Tenant.State.values()) {
            int count =
                    (int) all().stream().filter(tenant -> tenant.state() == one).count();
            if (count > 0 || one.name().equals(state)) {
                tabs.add(tab(one.name(), texts.get("console.state." + one), count));
            }
        }
        return tabs;
    }

    public String getSummary() {
        return texts.format(
                "console.summary",
                all().size(),
                all().stream().filter(Tenant::active).count());
    }

    public void choose(UUID id) {
        chosen = id;
    }

    public String getQuestion() {
        return find(chosen)
                .map(tenant -> texts.format("console.suspendQuestion", tenant.name()))
                .orElse("");
    }

    public void suspend() {
        find(chosen)
                .ifPresent(
                        tenant -> tenancy.suspend(tenant.id(), admin.require().email()));
        Faces.redirect("/");
    }

    public void resume(UUID id) {
        find(id).ifPresent(tenant -> tenancy.resume(tenant.id(), admin.require().email()));
        Faces.redirect("/");
    }

    public boolean isFiltered() {
        return !query.isBlank() || !state.isEmpty();
    }

    public String getQuery() {
        return query;
    }

    public void setQuery(@Nullable String query) {
        this.query = query == null ? "" : query;
    }

    public String getState() {
        return state;
    }

    public void setState(@Nullable String state) {
        this.state = state == null ? "" : state;
    }

    private java.util.Optional<Tenant> find(@Nullable UUID id) {
        return id == null ? java.util.Optional.empty() : tenancy.find(new TenantId(id));
    }

    private List<Tenant> all() {
        if (all == null) {
            all = tenancy.list();
        }
        return all;
    }

    private Tab tab(String value, String label, int count) {
        var words = query.isBlank() ? "" : "q=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
        var filter = value.isEmpty() ? "" : "state=" + value;
        var parameters = words + (words.isEmpty() || filter.isEmpty() ? "" : "&") + filter;
        return new Tab(label, parameters.isEmpty() ? "/" : "/?" + parameters, count, state.equals(value));
    }

    private Row row(Tenant tenant) {
        var address = tenancy.address(tenant);
        boolean healthy = tenant.failure() == null && tenant.schemaVersion() != null;
        return new Row(
                tenant.id().value(),
                tenant.name(),
                URI.create(address).getHost(),
                address,
                tenant.state().name(),
                texts.get("console.state." + tenant.state()),
                tenant.plan(),
                tenant.schemaVersion() == null ? "–" : "v" + tenant.schemaVersion(),
                healthy,
                texts.get(healthy ? "console.healthy" : "console.unhealthy"),
                tenant.failure() == null ? "" : tenant.failure(),
                tenant.createdAt(),
                texts.day(tenant.createdAt()),
                tenant.lastOrderAt() == null ? Instant.EPOCH : tenant.lastOrderAt(),
                tenant.lastOrderAt() == null ? texts.get("console.noOrder") : texts.minute(tenant.lastOrderAt()));
    }
}
