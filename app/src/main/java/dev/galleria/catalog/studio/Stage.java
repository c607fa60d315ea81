package dev.galleria.catalog.studio;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.LinearGradientPaint;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** One square shot: paper, light, shadow and the object on it. Lengths are parts of the picture's width. */
final class Stage {
    private final int width;
    private final BufferedImage picture;
    private final Graphics2D pen;

    private Stage(int width) {
        this.width = width;
        picture = new BufferedImage(width, width, BufferedImage.TYPE_INT_RGB);
        pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        pen.setRenderingHint(RenderingHints.KEY_DITHERING, RenderingHints.VALUE_DITHER_ENABLE);
    }

    static BufferedImage shoot(Sprite sprite, Backdrop backdrop, PictureKey.View view, int width) {
        Stage stage = new Stage(width);
        try {
            switch (view) {
                case FULL -> stage.standing(sprite, backdrop, 0.64, 0.5, 0.815);
                case CLOSE -> stage.standing(sprite, backdrop, 1.16, 0.44, 1.10);
                case ANGLE -> stage.lying(sprite, backdrop);
                case TILE -> stage.standing(sprite, backdrop, 0.54, 0.5, 0.775);
            }
        } finally {
            stage.pen.dispose();
        }
        return stage.picture;
    }

    /** The object stands on the sweep; {@code ground} is where its lowest point touches. */
    private void standing(Sprite sprite, Backdrop backdrop, double size, double middle, double ground) {
        sweep(backdrop, Math.min(0.72, ground - 0.14));
        double scale = size / Math.max(sprite.boxWidth(), sprite.boxHeight());
        double x = middle - sprite.boxCenter() * scale;
        double y = ground - sprite.boxBottom() * scale;
        double foot = Math.max(0.12, sprite.footWidth() * scale);
        double footMiddle = x + sprite.footCenter() * scale;
        ellipse(footMiddle + 0.03, ground + 0.005, foot * 0.5 + 0.13, 0.075, backdrop, 60);
        ellipse(footMiddle + 0.012, ground, foot * 0.5 + 0.04, 0.032, backdrop, 105);
        ellipse(footMiddle, ground - 0.003, foot * 0.48, 0.012, backdrop, 130);
        reflection(sprite, x, ground, scale);
        draw(sprite.image(), x, y, scale, 0);
    }

    /** The object lies on the paper, seen from above and turned a little. */
    private void lying(Sprite sprite, Backdrop backdrop) {
        int light = backdrop.wall();
        fill(new RadialGradientPaint(
                point(0.36, 0.28), width, new float[] {0, 1}, new Color[] {lighter(light), new Color(backdrop.floor())
                }));
        double scale = 0.66 / Math.max(sprite.boxWidth(), sprite.boxHeight());
        double x = 0.5 - sprite.boxCenter() * scale;
        double y = 0.5 - (sprite.boxTop() + sprite.boxBottom()) / 2 * scale;
        BufferedImage shade = sprite.shadow(shadeColor(backdrop));
        draw(shade, x + 0.038, y + 0.05, scale, -12);
        pen.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, 0.75f));
        draw(shade, x + 0.012, y + 0.016, scale, -12);
        pen.setComposite(AlphaComposite.SrcOver);
        draw(sprite.image(), x, y, scale, -12);
    }

    /** Wall and floor without an edge between them, lit from above left. */
    private void sweep(Backdrop backdrop, double horizon) {
        Color wall = new Color(backdrop.wall());
        Color floor = new Color(backdrop.floor());
        fill(new LinearGradientPaint(
                point(0, 0),
                point(0, 1),
                new float[] {0, (float) horizon - 0.16f, (float) horizon, (float) horizon + 0.12f, 1},
                new Color[] {mix(wall, floor, 0.55), wall, mix(wall, floor, 0.75), mix(wall, floor, 0.45), floor}));
        fill(new RadialGradientPaint(point(0.42, 0.34), width * 0.62f, new float[] {0, 1}, new Color[] {
            new Color(255, 255, 255, 150), new Color(255, 255, 255, 0)
        }));
        Color shade = shadeColor(backdrop);
        fill(new RadialGradientPaint(
                point(0.5, 0.5), width * 0.78f, new float[] {0.62f, 1}, new Color[] {alpha(shade, 0), alpha(shade, 34)
                }));
    }

    private void ellipse(double x, double y, double halfWidth, double halfHeight, Backdrop backdrop, int strength) {
        AffineTransform before = pen.getTransform();
        pen.translate(x * width, y * width);
        pen.scale(1, halfHeight / halfWidth);
        float radius = (float) (halfWidth * width);
        Color shade = shadeColor(backdrop);
        pen.setPaint(
                new RadialGradientPaint(new Point2D.Float(0, 0), radius, new float[] {0, 0.45f, 0.75f, 1}, new Color[] {
                    alpha(shade, strength),
                    alpha(shade, strength * 62 / 100),
                    alpha(shade, strength / 5),
                    alpha(shade, 0)
                }));
        pen.fill(new Rectangle2D.Float(-radius, -radius, 2 * radius, 2 * radius));
        pen.setTransform(before);
    }

    /** A faint mirror image, as polished paper gives. */
    private void reflection(Sprite sprite, double x, double ground, double scale) {
        if (ground > 1) {
            return;
        }
        double unit = scale * width;
        AffineTransform mirror = new AffineTransform();
        mirror.translate(x * width, (ground + sprite.boxBottom() * scale) * width);
        mirror.scale(unit / sprite.faded().getWidth(), -unit / sprite.faded().getHeight());
        pen.drawImage(sprite.faded(), mirror, null);
    }

    /** Draws an image whose own square is {@code scale} wide with its corner at x, y; turned about its middle. */
    private void draw(BufferedImage image, double x, double y, double scale, double degrees) {
        double unit = scale * width;
        AffineTransform place = new AffineTransform();
        place.translate(x * width, y * width);
        place.rotate(Math.toRadians(degrees), unit / 2, unit / 2);
        place.scale(unit / image.getWidth(), unit / image.getHeight());
        pen.drawImage(image, place, null);
    }

    private void fill(java.awt.Paint paint) {
        pen.setPaint(paint);
        pen.fillRect(0, 0, width, width);
    }

    private Point2D point(double x, double y) {
        return new Point2D.Double(x * width, y * width);
    }

    private static Color shadeColor(Backdrop backdrop) {
        return mix(new Color(backdrop.floor()), new Color(0x14161c), 0.82);
    }

    private static Color lighter(int rgb) {
        return mix(new Color(rgb), Color.WHITE, 0.55);
    }

    private static Color alpha(Color color, int alpha) {
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), alpha);
    }

    private static Color mix(Color a, Color b, double share) {
        return new Color(
                (int) Math.round(a.getRed() + (b.getRed() - a.getRed()) * share),
                (int) Math.round(a.getGreen() + (b.getGreen() - a.getGreen()) * share),
                (int) Math.round(a.getBlue() + (b.getBlue() - a.getBlue()) * share));
    }
}
