package dev.galleria.order;

import static dev.galleria.order.ReturnState.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ReturnStateTest {
    @Test
    void onlyTheseStepsAreLegal() {
        var table = Arrays.stream(values()).collect(Collectors.toMap(from -> from, from -> Arrays.stream(values())
                .filter(from::mayBecome)
                .collect(Collectors.toSet())));

        assertThat(table)
                .isEqualTo(Map.of(
                        REQUESTED, Set.of(APPROVED, DECLINED, WITHDRAWN),
                        APPROVED, Set.of(RECEIVED, WITHDRAWN),
                        RECEIVED, Set.of(REFUNDED, REPLACING, CLOSED),
                        REPLACING, Set.of(EXCHANGED),
                        DECLINED, Set.of(),
                        WITHDRAWN, Set.of(),
                        REFUNDED, Set.of(),
                        EXCHANGED, Set.of(),
                        CLOSED, Set.of()));
    }
}
