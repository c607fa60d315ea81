package dev.galleria.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.function.Supplier;

/** One transaction for each step of a long work. */
@ApplicationScoped
class Transactions {
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public <T> T in(Supplier<T> step) {
        return step.get();
    }
}
