package dev.galleria.demodata;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Makes the products of a tenant so that words, specification, color and picture agree. */
final class ProductMaker {
    private final TenantSettings settings;
    private final Wordbook words;
    private final Specs specs;
    private final Wording wording;
    private final VariantMaker variants;
    private final Set<String> handles = new HashSet<>();
    private final List<Product> products = new ArrayList<>();

    ProductMaker(TenantSettings settings, Wordbook words) {
        this.settings = settings;
        this.words = words;
        specs = new Specs(settings);
        wording = new Wording(specs);
        variants = new VariantMaker(settings, words);
    }

    List<Product> make() {
        Dice dice = Dice.of(settings.slug(), "share");
        int share = words.shape().products() / words.types().size();
        for (ProductType type : words.types()) {
            int count = share * dice.between(82, 122) / 100;
            List<String> names = Dice.of(settings.slug(), type.leaf(), type.sprite(), "names")
                    .shuffled(words.names());
            for (int i = 0; i < count; i++) {
                products.add(product(type, names, i));
            }
        }
        return products;
    }

    private Product product(ProductType type, List<String> names, int index) {
        Dice dice = Dice.of(settings.slug(), type.leaf(), type.noun().in("en"), String.valueOf(index));
        int quality = dice.between(0, 999);
        String[] kind = type.kinds().isEmpty()
                ? new String[] {""}
                : type.kinds().get(index % type.kinds().size()).split("/");
        Wordbook.Material material = type.materials().isEmpty() ? null : material(dice.pick(type.materials()));
        Wordbook.Brand brand = dice.pick(words.brands().stream()
                .filter(b -> b.kinds().contains(type.kind()))
                .toList());
        Map<String, Object> values = values(type, material, brand, quality, dice);
        Wording.Subject subject = titled(type, names, index, kind[0], material, brand, values);
        Text title = wording.fill(titlePattern(type), subject);
        String handle = slug(title.in("en"));
        handles.add(handle);
        String tint = kind.length > 1
                ? kind[1]
                : material != null && type.tint().equals("material") ? material.tint() : type.tint();
        VariantMaker.Range range = variants.range(type, tint, products.size(), dice);
        int age = dice.percent(6) ? dice.between(0, 28) : dice.between(30, 900);
        int popularity = popularity(age, dice);
        int ratings = dice.percent(12) ? 0 : popularity * dice.between(20, 60) / 100;
        return new Product(
                handle,
                type,
                brand,
                tags(type, age, popularity),
                age,
                stars(ratings, dice),
                ratings,
                range.options(),
                values,
                range.images(),
                title,
                description(type, material, subject, dice),
                price(type, quality),
                popularity,
                range.variants());
    }

    private Wordbook.Material material(String code) {
        Wordbook.Material material = words.materials().get(code);
        if (material == null) {
            throw new IllegalArgumentException("No material " + code);
        }
        return material;
    }

    private Text titlePattern(ProductType type) {
        return type.title() == null ? words.shape().title() : type.title();
    }

    /** The subject with the first free name: no two products share a handle. */
    private Wording.Subject titled(
            ProductType type,
            List<String> names,
            int index,
            String kind,
            Wordbook.Material material,
            Wordbook.Brand brand,
            Map<String, Object> values) {
        for (int step = 0; step < names.size(); step++) {
            String name = names.get((index + step * 7) % names.size());
            Wording.Subject subject = new Wording.Subject(type, name, kind, material, brand, values);
            if (!handles.contains(slug(wording.fill(titlePattern(type), subject).in("en")))) {
                return subject;
            }
        }
        throw new IllegalStateException("Too few names for " + type.leaf());
    }

    private Map<String, Object> values(
            ProductType type, Wordbook.Material material, Wordbook.Brand brand, int quality, Dice dice) {
        Map<String, Object> values = new LinkedHashMap<>();
        if (material != null) {
            values.put("material", material.code());
        }
        values.putAll(specs.draw(type, quality, dice));
        values.put("origin", brand.country().toLowerCase(Locale.ROOT));
        return values;
    }

    private Text description(ProductType type, Wordbook.Material material, Wording.Subject subject, Dice dice) {
        List<Text> sentences = new ArrayList<>();
        sentences.add(dice.pick(fitting(type.leads(), subject)));
        if (material != null) {
            sentences.add(dice.pick(material.sentences()));
        }
        List<Text> closers = words.closers().get(type.family());
        if (closers == null) {
            throw new IllegalArgumentException("No closers for " + type.family());
        }
        sentences.add(dice.pick(fitting(closers, subject)));
        Map<String, String> texts = new LinkedHashMap<>();
        for (String locale : settings.locales()) {
            texts.put(
                    locale,
                    String.join(
                            " ",
                            sentences.stream()
                                    .map(s -> wording.fill(s, subject).in(locale))
                                    .toList()));
        }
        return new Text(texts);
    }

    private List<Text> fitting(List<Text> patterns, Wording.Subject subject) {
        return patterns.stream().filter(p -> wording.fits(p, subject)).toList();
    }

    private static long price(ProductType type, int quality) {
        long low = type.price()[0] * 100L;
        long high = type.price()[1] * 100L;
        return Amounts.retail(low + (high - low) * quality / 1000);
    }

    /** Few products sell a lot, most a little. */
    private static int popularity(int age, Dice dice) {
        int base = dice.between(1, 100) * dice.between(1, 100) * dice.between(1, 100) / 2_500;
        return 1 + base * Math.min(age + 20, 400) / 400;
    }

    private static int stars(int count, Dice dice) {
        int mean = dice.between(36, 49);
        int sum = 0;
        for (int i = 0; i < count; i++) {
            sum += Math.max(1, Math.min(5, (mean + dice.between(-12, 14) + 5) / 10));
        }
        return sum;
    }

    private static List<String> tags(ProductType type, int age, int popularity) {
        List<String> tags = new ArrayList<>(type.tags());
        if (age <= 28) {
            tags.add("new");
        }
        if (popularity > 140) {
            tags.add("bestseller");
        }
        return tags;
    }

    static String slug(String title) {
        String plain = Normalizer.normalize(title, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replace("ø", "o")
                .replace("'", "")
                .replace("’", "");
        return plain.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }
}
