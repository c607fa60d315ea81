package dev.galleria.catalog.media;

import dev.galleria.catalog.VariantId;
import dev.galleria.catalog.editing.Fault;
import dev.galleria.tenancy.Tenant;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What an edit of a picture must be, all faults at once. */
final class PictureCheck {
    private static final int LONGEST_ALT = 300;
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\p{Cs}\\p{Co}\\p{Cn}\\u2028\\u2029]");

    private PictureCheck() {}

    /** Texts in one spelling (Unicode NFC), empty ones left out. */
    static PictureEdit normalized(PictureEdit edit) {
        var given = edit.alts();
        if (given == null) {
            return edit;
        }
        var alts = new LinkedHashMap<String, String>();
        given.forEach((locale, alt) -> {
            var normal = Normalizer.normalize(alt, Normalizer.Form.NFC).strip();
            if (!normal.isEmpty()) {
                alts.put(locale, normal);
            }
        });
        return new PictureEdit(alts, edit.focus(), edit.position(), edit.variants());
    }

    static List<Fault> faults(PictureEdit edit, GalleryPicture picture, Set<VariantId> variants, Tenant tenant) {
        var faults = new ArrayList<Fault>();
        alts(edit, tenant, faults);
        var focus = edit.focus();
        if (focus != null && picture.focus() == null) {
            faults.add(fault("/focus", "no-focus"));
        } else if (focus != null && !focus.valid()) {
            faults.add(fault("/focus", "range", "0", String.valueOf(Focus.MOST)));
        }
        if (edit.position() != null && edit.position() < 1) {
            faults.add(fault("/position", "range", "1", "n"));
        }
        if (edit.variants() != null && !variants.containsAll(edit.variants())) {
            faults.add(fault("/variants", "unknown"));
        }
        return faults;
    }

    private static void alts(PictureEdit edit, Tenant tenant, List<Fault> faults) {
        var alts = edit.alts();
        if (alts == null) {
            return;
        }
        var languages = tenant.locales().stream().map(Locale::toLanguageTag).toList();
        alts.forEach((locale, alt) -> {
            var pointer = "/alts/" + locale.replace("~", "~0").replace("/", "~1");
            if (!languages.contains(locale)) {
                faults.add(fault(pointer, "language", String.join(", ", languages)));
            }
            if (alt.length() > LONGEST_ALT) {
                faults.add(fault(pointer, "too-long", String.valueOf(LONGEST_ALT)));
            }
            if (CONTROL.matcher(alt).find()) {
                faults.add(fault(pointer, "characters"));
            }
        });
    }

    private static Fault fault(String pointer, String code, String... values) {
        return new Fault(pointer, code, List.of(values));
    }
}
