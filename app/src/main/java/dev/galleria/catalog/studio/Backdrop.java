package dev.galleria.catalog.studio;

/** The paper behind the object: the lit wall, the floor, and the shade it falls into at the edges. */
enum Backdrop {
    LINEN(0xf4efe6, 0xe6ddcf),
    PLASTER(0xf0eeeb, 0xdedad4),
    BLUSH(0xf6e8e2, 0xe9d2c9),
    SAGE(0xe9eee4, 0xd2dccb),
    OAT(0xf5eddd, 0xe7d9bf),
    CREAM(0xfbf6e9, 0xf0e5cb),
    MOSS(0xe6ecd9, 0xccd8b6),
    SKY(0xe6eff5, 0xcbdce7),
    MIST(0xeff2f5, 0xd9dfe6),
    SLATE(0xdbe1e9, 0xbcc6d3),
    STUDIO(0xf7f7f8, 0xe4e5e9),
    STEEL(0xe6eaee, 0xc8d0d8);

    private final int wall;
    private final int floor;

    Backdrop(int wall, int floor) {
        this.wall = wall;
        this.floor = floor;
    }

    int wall() {
        return wall;
    }

    int floor() {
        return floor;
    }
}
