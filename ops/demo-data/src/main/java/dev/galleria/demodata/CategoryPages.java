package dev.galleria.demodata;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Picture and text of each category; a leaf shows what it sells, a parent what its first child shows. */
final class CategoryPages {
    private final Wordbook words;

    CategoryPages(Wordbook words) {
        this.words = words;
    }

    Text text(Wordbook.Category category) {
        if (category.text() != null) {
            return category.text();
        }
        List<Text> patterns = words.shape().categoryTexts();
        Text pattern = Dice.of("category", category.slug()).pick(patterns);
        Map<String, String> texts = new LinkedHashMap<>();
        pattern.byLocale()
                .forEach((locale, text) -> texts.put(
                        locale, text.replace("{title}", category.title().in(locale))));
        return new Text(texts);
    }

    String image(Wordbook.Category category) {
        return "studio:" + motif(category) + "~" + backdrop(category) + "~tile";
    }

    private String backdrop(Wordbook.Category category) {
        return Dice.of("backdrop", category.slug()).pick(words.shape().backdrops());
    }

    private String motif(Wordbook.Category category) {
        if (!category.image().isEmpty()) {
            return category.image();
        }
        for (ProductType type : words.types()) {
            if (type.leaf().equals(category.slug())) {
                return type.sprite() + "~" + tint(type);
            }
        }
        return words.categories().stream()
                .filter(c -> c.parent().equals(category.slug()))
                .findFirst()
                .map(this::motif)
                .orElseThrow(() -> new IllegalArgumentException("Nothing is sold in " + category.slug()));
    }

    private String tint(ProductType type) {
        if (!type.palette().isEmpty()) {
            return Dice.of("motif", type.leaf()).pick(words.shape().palettes().get(type.palette()));
        }
        return type.tint().equals("material")
                ? words.materials().get(type.materials().get(0)).tint()
                : type.tint();
    }
}
