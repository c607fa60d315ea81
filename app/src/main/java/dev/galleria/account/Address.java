package dev.galleria.account;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where something is sent. The country is an ISO 3166-1 alpha-2 code in upper case. */
public record Address(
        String name,
        @Nullable String company,
        String line1,
        @Nullable String line2,
        String postalCode,
        String city,
        @Nullable String region,
        String country,
        @Nullable String phone) {
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Set<String> WITH_REGION = Set.of("US", "CA", "AU");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9 ()./-]{5,30}");

    /** Forms of postal codes in countries where a wrong one is a common slip; elsewhere anything of sensible length goes. */
    private static final Map<String, Pattern> POSTAL_CODES = Map.ofEntries(
            Map.entry("DE", Pattern.compile("\\d{5}")),
            Map.entry("FR", Pattern.compile("\\d{5}")),
            Map.entry("IT", Pattern.compile("\\d{5}")),
            Map.entry("ES", Pattern.compile("\\d{5}")),
            Map.entry("AT", Pattern.compile("\\d{4}")),
            Map.entry("CH", Pattern.compile("\\d{4}")),
            Map.entry("BE", Pattern.compile("\\d{4}")),
            Map.entry("LU", Pattern.compile("(L-)?\\d{4}")),
            Map.entry("NL", Pattern.compile("\\d{4} ?[A-Za-z]{2}")),
            Map.entry("US", Pattern.compile("\\d{5}(-\\d{4})?")),
            Map.entry("CA", Pattern.compile("[A-Za-z]\\d[A-Za-z] ?\\d[A-Za-z]\\d")),
            Map.entry("GB", Pattern.compile("[A-Za-z]{1,2}\\d[A-Za-z0-9]? ?\\d[A-Za-z]{2}")));

    /** The same with outer spaces gone, empty optional fields null and the country in upper case. */
    public Address normalized() {
        return new Address(
                line(name),
                optional(company),
                line(line1),
                optional(line2),
                line(postalCode),
                line(city),
                optional(region),
                line(country).toUpperCase(Locale.ROOT),
                optional(phone));
    }

    /** What is wrong, by field, as keys of texts; empty when the address can be used. Call on a normalized address. */
    public Map<String, String> faults() {
        var faults = new LinkedHashMap<String, String>();
        required(faults, "name", name, 100);
        limited(faults, "company", company, 100);
        required(faults, "line1", line1, 100);
        limited(faults, "line2", line2, 100);
        required(faults, "city", city, 100);
        limited(faults, "region", region, 100);
        if (!COUNTRIES.contains(country)) {
            faults.put("country", "address.fault.country");
        }
        if (WITH_REGION.contains(country) && region == null) {
            faults.put("region", "address.fault.missing");
        }
        required(faults, "postalCode", postalCode, 12);
        var form = POSTAL_CODES.get(country);
        if (form != null
                && !faults.containsKey("postalCode")
                && !form.matcher(postalCode).matches()) {
            faults.put("postalCode", "address.fault.postalCode");
        }
        if (phone != null && !PHONE.matcher(phone).matches()) {
            faults.put("phone", "address.fault.phone");
        }
        return faults;
    }

    /** The lines of the label, top to bottom, without the country. */
    public Stream<String> lines() {
        var place =
                switch (country) {
                    case "US", "CA", "AU" -> city + (region == null ? "" : ", " + region) + " " + postalCode;
                    case "GB", "IE" -> city + (region == null ? "" : ", " + region) + "\n" + postalCode;
                    default -> postalCode + " " + city + (region == null ? "" : ", " + region);
                };
        return Stream.concat(Stream.of(name, company, line1, line2).filter(java.util.Objects::nonNull), place.lines());
    }

    private static void required(Map<String, String> faults, String field, String value, int longest) {
        if (value.isEmpty()) {
            faults.put(field, "address.fault.missing");
        } else {
            limited(faults, field, value, longest);
        }
    }

    private static void limited(Map<String, String> faults, String field, @Nullable String value, int longest) {
        if (value != null && value.length() > longest) {
            faults.put(field, "address.fault.tooLong");
        } else if (value != null && !Plain.is(value)) {
            faults.put(field, "address.fault.characters");
        }
    }

    private static String line(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    private static @Nullable String optional(@Nullable String value) {
        var line = line(value);
        return line.isEmpty() ? null : line;
    }
}
