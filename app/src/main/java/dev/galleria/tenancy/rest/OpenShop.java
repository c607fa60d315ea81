package dev.galleria.tenancy.rest;

import dev.galleria.platform.rest.Refusal;
import dev.galleria.tenancy.Tenancy;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Map;

/** The API belongs to a marketplace that is open: the console has none, a closed one answers nothing. */
@Provider
@PreMatching
@Priority(100)
public class OpenShop implements ContainerRequestFilter {
    @Inject
    Tenancy tenancy;

    @Override
    public void filter(ContainerRequestContext request) {
        var tenant = tenancy.find();
        if (tenant.isEmpty()) {
            throw new Refusal(404, "request/no-marketplace", "There is no marketplace at this host.");
        }
        if (!tenant.get().active()) {
            throw new Refusal(
                    503, "request/closed", "This marketplace is closed.", List.of(), Map.of("Retry-After", "3600"));
        }
    }
}
