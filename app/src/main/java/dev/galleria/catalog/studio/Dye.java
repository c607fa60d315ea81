package dev.galleria.catalog.studio;

import java.awt.Color;
import java.awt.image.BufferedImage;

/**
 * Dyes an object in one color: the pixels around its main hue take the new hue and saturation and keep their light and
 * shade; trim, glass and metal stay as they are. Objects without a main hue are dyed by their greys.
 */
final class Dye {
    private static final int HUES = 36;

    private final float[] target;
    private float mainHue;
    private float meanSaturation;
    private float meanBrightness;
    private boolean grey;

    private Dye(int rgb) {
        target = Color.RGBtoHSB(rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255, null);
    }

    /** A dyed copy; the size stays. */
    static BufferedImage apply(BufferedImage sprite, Tint tint) {
        if (tint == Tint.NATURAL) {
            return sprite;
        }
        int width = sprite.getWidth();
        int height = sprite.getHeight();
        int[] pixels = sprite.getRGB(0, 0, width, height, null, 0, width);
        Dye dye = new Dye(tint.rgb());
        dye.measure(pixels);
        float[] hsb = new float[3];
        for (int i = 0; i < pixels.length; i++) {
            if (pixels[i] >>> 24 != 0) {
                pixels[i] = dye.dyed(pixels[i], hsb);
            }
        }
        BufferedImage result = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        result.setRGB(0, 0, width, height, pixels, 0, width);
        return result;
    }

    /** Finds the main hue and how strong and bright it is on average. */
    private void measure(int[] pixels) {
        float[] votes = new float[HUES];
        float[] hsb = new float[3];
        float solid = 0;
        float colored = 0;
        for (int pixel : pixels) {
            if (pixel >>> 24 < 128) {
                continue;
            }
            hsb(pixel, hsb);
            solid++;
            float weight = hsb[1] * hsb[2];
            if (hsb[1] > 0.25f && hsb[2] > 0.2f) {
                colored++;
                votes[(int) (hsb[0] * HUES) % HUES] += weight;
            }
        }
        grey = colored < solid * 0.22f;
        int best = 0;
        for (int i = 1; i < HUES; i++) {
            if (around(votes, i) > around(votes, best)) {
                best = i;
            }
        }
        mainHue = (best + 0.5f) / HUES;
        average(pixels, hsb);
    }

    private static float around(float[] votes, int i) {
        return votes[(i + HUES - 1) % HUES] + 1.5f * votes[i] + votes[(i + 1) % HUES];
    }

    private void average(int[] pixels, float[] hsb) {
        float weights = 0.001f;
        float saturation = 0;
        float brightness = 0;
        for (int pixel : pixels) {
            if (pixel >>> 24 < 128) {
                continue;
            }
            hsb(pixel, hsb);
            float weight = share(hsb);
            weights += weight;
            saturation += weight * hsb[1];
            brightness += weight * light(hsb);
        }
        meanSaturation = Math.max(0.05f, saturation / weights);
        meanBrightness = brightness / weights;
    }

    /** How much of the dye a pixel takes, 0 to 1. */
    private float share(float[] hsb) {
        if (grey) {
            return 1 - step(hsb[1], 0.25f, 0.45f);
        }
        float distance = Math.abs(hsb[0] - mainHue);
        distance = Math.min(distance, 1 - distance);
        return (1 - step(distance, 0.10f, 0.17f)) * step(hsb[1], 0.06f, 0.22f);
    }

    private int dyed(int pixel, float[] hsb) {
        hsb(pixel, hsb);
        float share = share(hsb);
        if (share <= 0) {
            return pixel;
        }
        float relief = light(hsb) - meanBrightness;
        float goal = target[2] * (1 - target[1] / 2);
        float contrast = goal < 0.3f ? 0.75f : goal > 0.8f ? 0.6f : 0.95f;
        float lightness = Math.max(0.03f, Math.min(0.985f, goal + relief * contrast));
        float strength = grey ? 1 : Math.min(1.25f, 0.55f + 0.45f * hsb[1] / meanSaturation);
        float lightSaturation = saturation(target) * Math.min(1.1f, strength);
        int color = fromLight(target[0], Math.min(1, lightSaturation), lightness);
        return pixel & 0xff000000
                | mix(pixel >> 16 & 255, color >> 16 & 255, share) << 16
                | mix(pixel >> 8 & 255, color >> 8 & 255, share) << 8
                | mix(pixel & 255, color & 255, share);
    }

    private static void hsb(int pixel, float[] hsb) {
        Color.RGBtoHSB(pixel >> 16 & 255, pixel >> 8 & 255, pixel & 255, hsb);
    }

    /** HSL lightness of an HSB color. */
    private static float light(float[] hsb) {
        return hsb[2] * (1 - hsb[1] / 2);
    }

    private static float saturation(float[] hsb) {
        float light = light(hsb);
        float room = Math.min(light, 1 - light);
        return room <= 0 ? 0 : (hsb[2] - light) / room;
    }

    private static int fromLight(float hue, float saturation, float light) {
        float brightness = light + saturation * Math.min(light, 1 - light);
        float strength = brightness <= 0 ? 0 : 2 * (1 - light / brightness);
        return Color.HSBtoRGB(hue, strength, brightness);
    }

    private static int mix(int from, int to, float share) {
        return Math.round(from + (to - from) * share);
    }

    private static float step(float value, float low, float high) {
        float t = Math.max(0, Math.min(1, (value - low) / (high - low)));
        return t * t * (3 - 2 * t);
    }
}
