package dev.galleria.account;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An address as the fields of a form, and back. */
public final class AddressForm {
    /** Named like the parts of {@link Address}, as its faults are. */
    public static final List<String> FIELDS =
            List.of("name", "company", "line1", "line2", "postalCode", "city", "region", "country", "phone");

    private AddressForm() {}

    /** What the fields say, normalized; {@link Address#faults()} tells whether it will do. */
    public static Address read(Map<String, String> form) {
        return new Address(
                        form.getOrDefault("name", ""),
                        form.get("company"),
                        form.getOrDefault("line1", ""),
                        form.get("line2"),
                        form.getOrDefault("postalCode", ""),
                        form.getOrDefault("city", ""),
                        form.get("region"),
                        form.getOrDefault("country", ""),
                        form.get("phone"))
                .normalized();
    }

    /** The fields filled with that address. */
    public static Map<String, String> of(Address address) {
        var form = new LinkedHashMap<String, String>();
        form.put("name", address.name());
        form.put("company", text(address.company()));
        form.put("line1", address.line1());
        form.put("line2", text(address.line2()));
        form.put("postalCode", address.postalCode());
        form.put("city", address.city());
        form.put("region", text(address.region()));
        form.put("country", address.country());
        form.put("phone", text(address.phone()));
        return form;
    }

    /** A form to be filled in, with what is known already. */
    public static Map<String, String> empty(String name, String country) {
        var form = new LinkedHashMap<String, String>();
        FIELDS.forEach(field -> form.put(field, ""));
        form.put("name", name);
        form.put("country", country);
        return form;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
