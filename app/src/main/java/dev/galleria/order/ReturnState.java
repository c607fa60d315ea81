package dev.galleria.order;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** How far a return has come. Nothing goes back. */
public enum ReturnState {
    /** The buyer wants to send goods back. */
    REQUESTED,
    /** The seller awaits them. */
    APPROVED,
    DECLINED,
    /** The buyer keeps them. */
    WITHDRAWN,
    /** They are there and have been looked at. */
    RECEIVED,
    REFUNDED,
    /** Replacements are set aside and are to be sent. */
    REPLACING,
    EXCHANGED,
    /** They came in a state that neither refund nor replacement is due for. */
    CLOSED;

    private static final Map<ReturnState, Set<ReturnState>> LEGAL = legal();

    private static Map<ReturnState, Set<ReturnState>> legal() {
        var legal = new EnumMap<ReturnState, Set<ReturnState>>(ReturnState.class);
        for (var state : values()) {
            legal.put(state, Set.of());
        }
        legal.put(REQUESTED, EnumSet.of(APPROVED, DECLINED, WITHDRAWN));
        legal.put(APPROVED, EnumSet.of(RECEIVED, WITHDRAWN));
        legal.put(RECEIVED, EnumSet.of(REFUNDED, REPLACING, CLOSED));
        legal.put(REPLACING, EnumSet.of(EXCHANGED));
        return legal;
    }

    /** Whether that may come next. */
    public boolean mayBecome(ReturnState next) {
        return LEGAL.get(this).contains(next);
    }

    /** Whether its units are still with the buyer or on the way. */
    public boolean underWay() {
        return this == REQUESTED || this == APPROVED;
    }
}
