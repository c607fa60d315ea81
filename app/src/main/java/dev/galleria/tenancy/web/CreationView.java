package dev.galleria.tenancy.web;

import dev.galleria.platform.Ids;
import dev.galleria.platform.Problem;
import dev.galleria.tenancy.Progress;
import dev.galleria.tenancy.Tenancy;
import dev.galleria.tenancy.TenantCreation;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Watches a marketplace being created. */
@Named
@ViewScoped
public class CreationView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    TenantCreation creation;

    @Inject
    Tenancy tenancy;

    @Inject
    OfficeTexts texts;

    private String id = "";
    private transient @Nullable Progress progress;

    /** A step as it is shown: done, now, failed or waiting. */
    public record Step(String label, String state, String stateLabel) {}

    /** Looks anew how far it is. */
    public void load() {
        progress = null;
        progress();
    }

    public List<Step> getSteps() {
        var known = progress();
        return IntStream.range(0, known.steps().size())
                .mapToObj(i -> {
                    var state = i < known.done()
                            ? "done"
                            : i > known.done() ? "waiting" : known.failure() == null ? "now" : "failed";
                    return new Step(
                            texts.get("console.step." + known.steps().get(i)),
                            state,
                            texts.get("console.step.is." + state));
                })
                .toList();
    }

    public String getTitle() {
        var known = progress();
        var key = known.open() ? "console.created" : known.finished() ? "console.notCreated" : "console.creating";
        return texts.get(key);
    }

    public String getHost() {
        return tenancy.findBySlug(progress().slug())
                .map(tenant -> URI.create(tenancy.address(tenant)).getHost())
                .orElse(progress().slug());
    }

    public String getAddress() {
        return tenancy.findBySlug(progress().slug()).map(tenancy::address).orElse("/");
    }

    public String getFailure() {
        var reason = progress().failure();
        return reason == null ? "" : texts.format("console.failed", reason);
    }

    public boolean isFinished() {
        return progress().finished();
    }

    public boolean isOpen() {
        return progress().open();
    }

    public String getOwnerEmail() {
        return progress().ownerEmail();
    }

    public String getOwnerPassword() {
        var password = progress().ownerPassword();
        return password == null ? "" : password;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    private Progress progress() {
        if (progress == null) {
            progress = Ids.parse(id)
                    .flatMap((UUID known) -> creation.progress(known))
                    .orElseThrow(() -> Problem.notFound("tenancy/unknown-creation", "no such creation"));
        }
        return progress;
    }
}
