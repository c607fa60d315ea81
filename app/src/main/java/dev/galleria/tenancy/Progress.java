package dev.galleria.tenancy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far the creation of a tenant has come.
 *
 * @param steps what has to be done, in order, one word each
 * @param done how many of them are finished
 * @param failure why it stopped, otherwise null
 * @param ownerPassword the owner's first password once the shop is open, otherwise null
 */
public record Progress(
        String slug,
        String ownerEmail,
        List<String> steps,
        int done,
        @Nullable String failure,
        @Nullable String ownerPassword) {
    public boolean finished() {
        return failure != null || done == steps.size();
    }

    public boolean open() {
        return failure == null && done == steps.size();
    }

    Progress next() {
        return new Progress(slug, ownerEmail, steps, done + 1, null, null);
    }

    Progress failed(String reason) {
        return new Progress(slug, ownerEmail, steps, done, reason, null);
    }

    Progress opened(String password) {
        return new Progress(slug, ownerEmail, steps, steps.size(), null, password);
    }
}
