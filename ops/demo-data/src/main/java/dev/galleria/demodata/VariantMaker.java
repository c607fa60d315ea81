package dev.galleria.demodata;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.validator.routines.checkdigit.CheckDigitException;
import org.apache.commons.validator.routines.checkdigit.EAN13CheckDigit;

/** Lays out a product's variants and pictures: colors × the steps of a size ladder. */
final class VariantMaker {
    private final TenantSettings settings;
    private final Wordbook words;
    private int articles;

    VariantMaker(TenantSettings settings, Wordbook words) {
        this.settings = settings;
        this.words = words;
    }

    /** Options, pictures and variants of one product. */
    record Range(List<String> options, List<String> images, List<Product.Variant> variants) {}

    Range range(ProductType type, String tint, int productNumber, Dice dice) {
        boolean colored = !type.palette().isEmpty();
        Wordbook.Shape shape = words.shape();
        List<String> colors =
                colored ? dice.some(palette(type.palette()), 1 + dice.weighted(48, 34, 14, 4)) : List.of(tint);
        Wordbook.Ladder ladder =
                type.ladder().isEmpty() ? null : shape.ladders().get(type.ladder());
        List<String> steps = ladder == null ? List.of("") : steps(ladder, dice);
        String backdrop = dice.pick(shape.backdrops());
        List<String> options = new ArrayList<>();
        if (colored) {
            options.add("color");
        }
        if (ladder != null) {
            options.add(ladder.option());
        }
        List<String> images = new ArrayList<>();
        List<Product.Variant> variants = new ArrayList<>();
        int grams = dice.between(type.grams()[0], type.grams()[1]);
        for (String color : colors) {
            String image = key(type.sprite(), color, backdrop, "full");
            images.add(image);
            images.addAll(moreViews(type.sprite(), color, backdrop, images.size() == 1, dice));
            for (String step : steps) {
                List<String> values = new ArrayList<>();
                if (colored) {
                    values.add(checked("color", color));
                }
                int percent = 100;
                if (ladder != null) {
                    values.add(checked(ladder.option(), step));
                    percent = ladder.percent().get(step);
                }
                variants.add(new Product.Variant(
                        sku(productNumber, values),
                        gtin(),
                        values,
                        Math.max(5, weight(grams, percent, ladder)),
                        image,
                        percent));
            }
        }
        return new Range(options, images, variants);
    }

    private static int weight(int grams, int percent, Wordbook.Ladder ladder) {
        return ladder == null || ladder.choose() ? grams : grams * percent / 100;
    }

    private List<String> palette(String name) {
        List<String> palette = words.shape().palettes().get(name);
        if (palette == null) {
            throw new IllegalArgumentException("No palette " + name);
        }
        return palette;
    }

    private String checked(String option, String value) {
        if (!settings.options().getOrDefault(option, List.of()).contains(value)) {
            throw new IllegalArgumentException("Option " + option + " has no value " + value);
        }
        return value;
    }

    /** A run of neighbouring steps: sizes 38–41, or all of them where the ladder has few. */
    private static List<String> steps(Wordbook.Ladder ladder, Dice dice) {
        List<String> all = List.copyOf(orderedKeys(ladder.percent()));
        int count = Math.min(all.size(), ladder.choose() ? dice.between(2, 4) : dice.between(1, all.size()));
        int first = dice.between(0, all.size() - count);
        return all.subList(first, first + count);
    }

    private static List<String> orderedKeys(Map<String, Integer> percent) {
        return new ArrayList<>(percent.keySet());
    }

    private static List<String> moreViews(String sprite, String tint, String backdrop, boolean main, Dice dice) {
        if (main) {
            return List.of(key(sprite, tint, backdrop, "angle"), key(sprite, tint, backdrop, "close"));
        }
        return dice.percent(50) ? List.of(key(sprite, tint, backdrop, "angle")) : List.of();
    }

    static String key(String sprite, String tint, String backdrop, String view) {
        return "studio:" + sprite + "~" + tint + "~" + backdrop + "~" + view;
    }

    private String sku(int productNumber, List<String> values) {
        StringBuilder sku = new StringBuilder("%s-%05d".formatted(words.shape().prefix(), productNumber + 1));
        values.forEach(value -> sku.append('-').append(value.toUpperCase(Locale.ROOT)));
        return sku.toString();
    }

    /** Numbers starting with 2 are for use inside a company (GS1 General Specifications, 2.1.11). */
    private String gtin() {
        long scrambled = (articles++ * 7_368_787L + 104_729L) % 1_000_000_000L;
        int tenant = Math.floorMod(settings.slug().hashCode(), 90) + 10;
        String body = "2" + tenant + "%09d".formatted(scrambled);
        try {
            return body + EAN13CheckDigit.EAN13_CHECK_DIGIT.calculate(body);
        } catch (CheckDigitException e) {
            throw new IllegalStateException(e);
        }
    }
}
