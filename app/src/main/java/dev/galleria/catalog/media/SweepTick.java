package dev.galleria.catalog.media;

import dev.galleria.tenancy.TenantTick;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Deletes the files of pictures that nothing has shown for a month, and of uploads that were cut off. */
@ApplicationScoped
class SweepTick extends TenantTick {
    private static final Duration UNUSED = Duration.ofDays(30);
    private static final int AT_ONCE = 100;

    @Inject
    Register register;

    @Inject
    PictureFiles files;

    @Override
    public String name() {
        return "catalog.pictures";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    protected void runForTenant() {
        sweep(UNUSED);
    }

    void sweep(Duration unused) {
        for (var picture : register.dismiss(unused, AT_ONCE)) {
            files.delete(picture);
            register.gone(picture.content());
        }
    }
}
