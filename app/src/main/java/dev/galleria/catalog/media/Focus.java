package dev.galleria.catalog.media;

/** The point of a picture that no crop may lose, in thousandths of its width from the left and of its height from the top. */
public record Focus(int x, int y) {
    public static final int MOST = 1000;
    public static final Focus CENTER = new Focus(MOST / 2, MOST / 2);

    /** Whether it lies on the picture. */
    public boolean valid() {
        return x >= 0 && x <= MOST && y >= 0 && y <= MOST;
    }
}
