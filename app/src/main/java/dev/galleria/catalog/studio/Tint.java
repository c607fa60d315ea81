package dev.galleria.catalog.studio;

/** The colors an object can be dyed in; {@code NATURAL} leaves it as drawn. */
enum Tint {
    NATURAL(0),
    WHITE(0xf4f3ef),
    IVORY(0xeee3cb),
    SAND(0xd6c19a),
    BEIGE(0xcdb796),
    CAMEL(0xbd8d56),
    COGNAC(0x9a5a2c),
    BROWN(0x6e4630),
    WALNUT(0x5a3a28),
    OAK(0xc59a63),
    BLACK(0x26272b),
    CHARCOAL(0x44474d),
    GREY(0x8d9298),
    SILVER(0xc2c6cc),
    GOLD(0xd0a542),
    BRASS(0xb8953f),
    COPPER(0xb8693f),
    INK(0x2b4675),
    BLUE(0x2f62c8),
    SKY(0x86b6e0),
    PETROL(0x1f6b73),
    TEAL(0x23908b),
    GREEN(0x3f8a4e),
    OLIVE(0x78803a),
    SAGE(0x9fb190),
    MINT(0x9fd6bd),
    YELLOW(0xf0cb3a),
    MUSTARD(0xd09e28),
    AMBER(0xd98a26),
    ORANGE(0xea7f2c),
    TERRACOTTA(0xc4673f),
    RUST(0xa34a28),
    RED(0xc8322f),
    BURGUNDY(0x6f2038),
    CORAL(0xee7d68),
    ROSE(0xd98496),
    PINK(0xe873a8),
    BLUSH(0xecc3ba),
    LILAC(0xb79fd4),
    VIOLET(0x6b4aa5),
    PLUM(0x643058);

    private final int rgb;

    Tint(int rgb) {
        this.rgb = rgb;
    }

    int rgb() {
        return rgb;
    }
}
