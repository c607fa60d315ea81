package dev.galleria.verify;

import java.util.List;

/**
 * What was found in one place.
 *
 * @param checks how many facts were asked for
 * @param skipped those that could not be asked for because the capability is not there
 * @param differences how many there are; of each fact only the first hundred are among the findings
 */
public record Report(int checks, List<String> skipped, int differences, List<Finding> findings) {
    public boolean clean() {
        return differences == 0;
    }
}
