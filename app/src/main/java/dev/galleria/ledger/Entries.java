package dev.galleria.ledger;

import dev.galleria.platform.Money;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The lines of a transaction while it is written: what moves one account twice becomes one line, nothing becomes none. */
final class Entries {
    private record Key(BookAccount account, String party) {}

    private final Map<Key, Long> amounts = new LinkedHashMap<>();

    Entries debit(BookAccount account, String party, Money amount) {
        return add(account, party, amount.minorUnits());
    }

    Entries credit(BookAccount account, String party, Money amount) {
        return add(account, party, Math.negateExact(amount.minorUnits()));
    }

    Entries add(BookAccount account, String party, long minor) {
        amounts.merge(new Key(account, party), minor, Math::addExact);
        return this;
    }

    List<Entry> list() {
        return amounts.entrySet().stream()
                .filter(line -> line.getValue() != 0)
                .map(line -> new Entry(line.getKey().account(), line.getKey().party(), line.getValue()))
                .toList();
    }
}
