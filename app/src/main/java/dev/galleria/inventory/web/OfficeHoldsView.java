package dev.galleria.inventory.web;

import dev.galleria.inventory.Holds;
import dev.galleria.inventory.ReservationRef;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Problem;
import dev.galleria.tenancy.web.OfficeTexts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who holds what until when; the marketplace's people may end a checkout's hold. */
@Named
@ViewScoped
public class OfficeHoldsView implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final int MOST = 200;

    @Inject
    Holds holds;

    @Inject
    OfficeGoods goods;

    @Inject
    OfficeTexts texts;

    private String ref = "";
    private String reason = "";

    public void load() {
        goods.editor();
    }

    public List<Holds.Hold> getRows() {
        var rows = holds.list(goods.editor(), MOST);
        goods.know(rows.stream().map(Holds.Hold::offer).toList());
        return rows;
    }

    /** Until when, in words; the day on which goods are expected where a hold does not end by itself. */
    public String until(Holds.Hold hold) {
        var until = hold.until();
        return until == null ? goods.words(hold.expected()) : texts.minute(until);
    }

    public String minute(Instant at) {
        return texts.minute(at);
    }

    public boolean isForStaff() {
        return goods.editor().seller() == null;
    }

    /** Whether it can be ended by hand. */
    public boolean endable(Holds.Hold hold) {
        return isForStaff() && (hold.kind() == Holds.Kind.CHECKOUT || hold.kind() == Holds.Kind.PROMISE);
    }

    /** Asks why. */
    public void choose(String chosen) {
        ref = chosen;
        reason = "";
    }

    public void release() {
        if (goods.attempt(
                () -> holds.release(
                        goods.editor(),
                        Ids.parse(ref)
                                .map(ReservationRef::new)
                                .orElseThrow(() -> Problem.notFound("inventory/unknown-reservation", "none")),
                        reason),
                "stock.released")) {
            ref = "";
        }
    }

    public String getRef() {
        return ref;
    }

    public void setRef(@Nullable String ref) {
        this.ref = ref == null ? "" : ref;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason == null ? "" : reason;
    }
}
