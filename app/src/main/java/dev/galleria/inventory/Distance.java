package dev.galleria.inventory;

import com.ibm.icu.util.Region;
import com.ibm.icu.util.Region.RegionType;
import org.jspecify.annotations.Nullable;

/** How far apart two countries are, in steps: by the regions of the United Nations as CLDR knows them. */
final class Distance {
    static final int SAME_COUNTRY = 0;
    static final int SAME_REGION = 1;
    static final int SAME_CONTINENT = 2;
    static final int ELSEWHERE = 3;

    private Distance() {}

    /** 0 the same country … 3 another continent; 0 for everywhere while it is not known where to. */
    static int between(String from, @Nullable String to) {
        if (to == null || from.equals(to)) {
            return SAME_COUNTRY;
        }
        if (same(from, to, RegionType.SUBCONTINENT)) {
            return SAME_REGION;
        }
        return same(from, to, RegionType.CONTINENT) ? SAME_CONTINENT : ELSEWHERE;
    }

    private static boolean same(String from, String to, RegionType type) {
        var one = containing(from, type);
        return one != null && one.equals(containing(to, type));
    }

    private static @Nullable Region containing(String country, RegionType type) {
        try {
            return Region.getInstance(country).getContainingRegion(type);
        } catch (IllegalArgumentException e) {
            return null; // not a country that CLDR knows: far from all others
        }
    }
}
