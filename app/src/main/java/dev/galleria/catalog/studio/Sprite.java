package dev.galleria.catalog.studio;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;

/** A cut-out object on a square transparent ground; its measures are parts of that square. */
final class Sprite {
    private final BufferedImage image;
    private final int side;
    private int left;
    private int right;
    private int top;
    private int bottom;
    private int footLeft;
    private int footRight;

    Sprite(BufferedImage image) {
        this.image = image;
        side = image.getWidth();
        measure();
    }

    private void measure() {
        int[] alpha = image.getRGB(0, 0, side, image.getHeight(), null, 0, side);
        left = side;
        top = side;
        for (int i = 0; i < alpha.length; i++) {
            if (alpha[i] >>> 24 > 100) {
                left = Math.min(left, i % side);
                right = Math.max(right, i % side);
                top = Math.min(top, i / side);
                bottom = i / side;
            }
        }
        left = Math.min(left, right);
        top = Math.min(top, bottom);
        footLeft = right;
        footRight = left;
        int from = bottom - Math.max(4, (bottom - top) / 11);
        for (int y = Math.max(0, from); y <= bottom; y++) {
            for (int x = left; x <= right; x++) {
                if (alpha[y * side + x] >>> 24 > 100) {
                    footLeft = Math.min(footLeft, x);
                    footRight = Math.max(footRight, x);
                }
            }
        }
    }

    BufferedImage image() {
        return image;
    }

    double boxWidth() {
        return (right - left + 1.0) / side;
    }

    double boxHeight() {
        return (bottom - top + 1.0) / side;
    }

    double boxCenter() {
        return (left + right + 1.0) / 2 / side;
    }

    double boxTop() {
        return (double) top / side;
    }

    double boxBottom() {
        return (bottom + 1.0) / side;
    }

    double footWidth() {
        return Math.max(0, footRight - footLeft) / (double) side;
    }

    double footCenter() {
        return (footLeft + footRight + 1.0) / 2 / side;
    }

    /** The same object, smaller where that is needed for a clean reduction to the given number of pixels. */
    Sprite fitted(int pixels) {
        BufferedImage fitted = image;
        while (fitted.getWidth() >= pixels * 2) {
            fitted = scaled(fitted, fitted.getWidth() / 2);
        }
        return fitted == image ? this : new Sprite(fitted);
    }

    /** The lower third, fading: what a polished floor gives back. */
    BufferedImage faded() {
        BufferedImage faded = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB);
        int reach = side / 4;
        for (int y = Math.max(0, bottom - reach); y <= bottom; y++) {
            int strength = 46 * (reach - (bottom - y)) / reach;
            for (int x = left; x <= right; x++) {
                int pixel = image.getRGB(x, y);
                faded.setRGB(x, y, pixel & 0xffffff | (pixel >>> 24) * strength / 255 << 24);
            }
        }
        return faded;
    }

    /** The soft silhouette an object casts on paper it lies on. */
    BufferedImage shadow(Color color) {
        int small = 96;
        BufferedImage shape = scaled(image, small);
        int[] pixels = shape.getRGB(0, 0, small, small, null, 0, small);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = color.getRGB() & 0xffffff | (pixels[i] >>> 24) * 34 / 100 << 24;
        }
        BufferedImage dark = new BufferedImage(small, small, BufferedImage.TYPE_INT_ARGB);
        dark.setRGB(0, 0, small, small, pixels, 0, small);
        float[] row = {0.06f, 0.1f, 0.14f, 0.2f, 0.2f, 0.14f, 0.1f, 0.06f};
        ConvolveOp across = new ConvolveOp(new Kernel(row.length, 1, row), ConvolveOp.EDGE_NO_OP, null);
        ConvolveOp down = new ConvolveOp(new Kernel(1, row.length, row), ConvolveOp.EDGE_NO_OP, null);
        return down.filter(across.filter(dark, null), null);
    }

    private static BufferedImage scaled(BufferedImage from, int side) {
        BufferedImage to = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = to.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        BufferedImage step = from;
        if (from.getWidth() >= side * 4) {
            step = scaled(from, from.getWidth() / 2);
        }
        pen.drawImage(step, 0, 0, side, side, null);
        pen.dispose();
        return to;
    }
}
