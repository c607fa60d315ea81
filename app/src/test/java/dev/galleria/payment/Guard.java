package dev.galleria.payment;

import dev.galleria.platform.Scope;
import java.util.function.Supplier;

/** The circuit breakers as the application has them, for calls that a test makes in the name of tenants. */
public final class Guard {
    private final Gateways gateways = new Gateways();
    private String tenant = "atelier";

    public Guard() {
        gateways.scope = new Scope() {
            @Override
            public String id() {
                return tenant;
            }

            @Override
            public boolean prompt() {
                return true;
            }

            @Override
            public Runnable bound(Runnable work) {
                return work;
            }
        };
    }

    /** A call in the name of that tenant. */
    public Outcome call(String name, PaymentGateway gateway, Supplier<Outcome> call) {
        tenant = name;
        return gateways.call(gateway, call);
    }
}
