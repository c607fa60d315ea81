package dev.galleria.platform;

import jakarta.enterprise.context.ApplicationScoped;

/** Keeps fail points out of installations that take real money. */
@ApplicationScoped
class FailPointBoot implements BootStep {
    @Override
    public int order() {
        return 5;
    }

    @Override
    public void run() {
        FailPoint.check();
    }
}
