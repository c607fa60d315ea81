package dev.galleria.verification;

import java.time.Instant;
import java.util.List;

/**
 * One look at a tenant's facts.
 *
 * @param checks how many facts were asked for
 * @param differences how many there were; the first hundred of each fact are among the findings
 */
public record Checked(Instant startedAt, int checks, int differences, List<Difference> findings) {
    /** Which fact does not hold, for what. */
    public record Difference(String code, String says, String what) {}

    public boolean clean() {
        return differences == 0;
    }
}
