package dev.galleria.catalog.media;

/** Width and height in pixels. */
public record Size(int width, int height) {
    /** The same shape with no side longer than that; what is smaller stays as it is. */
    public Size within(int longest) {
        int longer = Math.max(width, height);
        return longer <= longest ? this : new Size(scaled(width, longest, longer), scaled(height, longest, longer));
    }

    /** In pixels. */
    public long area() {
        return (long) width * height;
    }

    private static int scaled(int side, int longest, int longer) {
        return (int) Math.max(1, ((long) side * longest + longer / 2) / longer);
    }
}
