package dev.galleria.pricing;

import dev.galleria.catalog.editing.Editor;
import dev.galleria.catalog.editing.Fault;
import dev.galleria.platform.Ending;
import dev.galleria.platform.Exchange;
import dev.galleria.platform.Problem;
import dev.galleria.platform.pages.SharedPages;
import dev.galleria.tenancy.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The currencies that the marketplace can be paid in besides its own, each with its rate and how converted prices end. Written by
 * the marketplace's own people only (else a Problem, FORBIDDEN).
 */
@ApplicationScoped
public class Currencies {
    /** More currencies than this nobody keeps at their rates. */
    public static final int MOST = 20;

    @Inject
    Tenancy tenancy;

    @Inject
    SharedPages pages;

    /** From the marketplace's own currency to the others, by code. */
    public List<Exchange> list(Editor editor) {
        requireStaff(editor);
        return tenancy.find(tenancy.current().id()).orElseThrow().exchanges();
    }

    /** Sells in that currency from now on, or on other terms; empty when it is done. Repeating changes nothing. */
    public List<Fault> put(Editor editor, String code, @Nullable BigDecimal rate, @Nullable Ending ending) {
        var known = list(editor);
        var own = tenancy.current().currency();
        var currency = currency(code).filter(one -> !one.equals(own));
        if (currency.isEmpty()) {
            return List.of(Fault.of("/currency", "no-currency"));
        }
        if (rate == null || !Exchange.usable(own, currency.get(), rate)) {
            return List.of(Fault.of("/rate", "rate"));
        }
        if (ending == null || !ending.fits(currency.get().getDefaultFractionDigits())) {
            return List.of(Fault.of("/ending", "ending"));
        }
        if (known.size() >= MOST && known.stream().noneMatch(one -> one.to().equals(currency.get()))) {
            return List.of(Fault.of("/currency", "too-many", MOST));
        }
        var exchange = new Exchange(own, currency.get(), rate, ending);
        tenancy.sellIn(exchange);
        note(editor, "currency.put", code, rate.toPlainString() + ' ' + ending);
        return List.of();
    }

    /** Sells in that currency no more; orders keep theirs. Repeating changes nothing. */
    public void remove(Editor editor, String code) {
        requireStaff(editor);
        var currency = currency(code);
        if (currency.isPresent()) {
            tenancy.sellNoLongerIn(currency.get());
            note(editor, "currency.remove", code, "");
        }
    }

    private void note(Editor editor, String action, String code, String terms) {
        tenancy.audit(
                "account:" + editor.account(),
                action,
                tenancy.current().id(),
                Map.of("currency", code, "terms", terms));
        // Every page shows which currencies there are; prices in them have pages by rate.
        pages.forgetAll();
    }

    private static Optional<Currency> currency(String code) {
        try {
            return Optional.of(Currency.getInstance(code)).filter(one -> one.getDefaultFractionDigits() >= 0);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static void requireStaff(Editor editor) {
        if (editor.seller() != null) {
            throw Problem.forbidden("pricing/not-staff", editor.account());
        }
    }
}
