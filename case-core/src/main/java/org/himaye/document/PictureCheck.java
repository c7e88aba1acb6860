package org.himaye.document;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Makes of a picture another file with the same points: where it was taken, by whom and with what is left behind, and so is whatever
 * else hides in the file. How large it is stands in its header and is looked at before a point is read.
 */
final class PictureCheck {

    /** Points that are read at most: a page of A4 at 600 dots an inch has 35 million. */
    private static final long POINTS = 50_000_000;

    private static final int SIDE = 20_000;
    private static final float QUALITY = 0.9f;

    private PictureCheck() {}

    /**
     * @return what is kept instead
     * @throws DocumentRefused when it is not taken
     */
    static byte[] anew(DocumentType type, byte[] content) {
        try {
            ImageIO.setUseCache(false);
            BufferedImage read = read(type, content);
            return write(type, type == DocumentType.JPEG ? upright(read, Orientation.of(content)) : read);
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException damaged) {
            throw new DocumentRefused(DocumentProblem.UNREADABLE);
        }
    }

    private static BufferedImage read(DocumentType type, byte[] content) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName(type.name()).next();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            reader.setInput(in, true, true);
            long width = reader.getWidth(0);
            long height = reader.getHeight(0);
            if (width > SIDE || height > SIDE || width * height > POINTS) {
                throw new DocumentRefused(DocumentProblem.PICTURE_TOO_LARGE);
            }
            return reader.read(0);
        } finally {
            reader.dispose();
        }
    }

    /** As the camera was held. Written without transparency, which a JPEG has not. */
    private static BufferedImage upright(BufferedImage read, Orientation held) {
        if (held == Orientation.UPRIGHT && read.getType() == BufferedImage.TYPE_3BYTE_BGR) {
            return read;
        }
        int width = held.turned() ? read.getHeight() : read.getWidth();
        int height = held.turned() ? read.getWidth() : read.getHeight();
        BufferedImage upright = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D paint = upright.createGraphics();
        AffineTransform way = held.way(read.getWidth(), read.getHeight());
        paint.drawRenderedImage(read, way);
        paint.dispose();
        return upright;
    }

    private static byte[] write(DocumentType type, BufferedImage picture) throws IOException {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName(type.name()).next();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(written)) {
            writer.setOutput(out);
            ImageWriteParam how = writer.getDefaultWriteParam();
            if (type == DocumentType.JPEG) {
                how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                how.setCompressionQuality(QUALITY);
            }
            writer.write(null, new IIOImage(picture, null, null), how);
        } finally {
            writer.dispose();
        }
        return written.toByteArray();
    }
}
