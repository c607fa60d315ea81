package dev.galleria.payment;

import dev.galleria.platform.Scope;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Starts work for the current tenant as soon as the current transaction has committed. A tick does what this loses. */
@ApplicationScoped
class AfterCommit {
    private static final Logger LOG = Logger.getLogger(AfterCommit.class.getName());

    @Resource
    TransactionSynchronizationRegistry transaction;

    @Resource
    ManagedExecutorService executor;

    @Inject
    Scope scope;

    void run(Runnable work) {
        var bound = scope.bound(() -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "Left to the next tick", e);
            }
        });
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    try {
                        executor.execute(bound);
                    } catch (RuntimeException e) {
                        LOG.log(Level.WARNING, "Left to the next tick", e);
                    }
                }
            }
        });
    }
}
