package org.himaye.document;

import java.awt.geom.AffineTransform;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** How a camera was held, by the numbers 1 to 8 that EXIF gives it. */
enum Orientation {
    UPRIGHT(false),
    MIRRORED(false),
    UPSIDE_DOWN(false),
    UPSIDE_DOWN_MIRRORED(false),
    LEFT_MIRRORED(true),
    LEFT(true),
    RIGHT_MIRRORED(true),
    RIGHT(true);

    private static final int START_OF_POINTS = 0xFFDA;
    private static final int APPLICATION_1 = 0xFFE1;
    private static final int EXIF = 0x45786966;
    private static final int TAG = 0x0112;
    private static final short LITTLE = 0x4949;

    private final boolean turned;

    Orientation(boolean turned) {
        this.turned = turned;
    }

    /** Whether width and height change places. */
    boolean turned() {
        return turned;
    }

    /** Of a JPEG; upright when it says nothing that can be understood. */
    static Orientation of(byte[] jpeg) {
        try {
            ByteBuffer file = ByteBuffer.wrap(jpeg);
            file.position(2);
            while (true) {
                int marker = file.getShort() & 0xFFFF;
                if (marker == START_OF_POINTS || marker < 0xFF00) {
                    return UPRIGHT;
                }
                int length = file.getShort() & 0xFFFF;
                int next = file.position() + length - 2;
                if (marker == APPLICATION_1 && length > 16 && file.getInt() == EXIF) {
                    return ofExif(jpeg, file.position() + 2, next);
                }
                file.position(next);
            }
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException notSaid) {
            return UPRIGHT;
        }
    }

    private static Orientation ofExif(byte[] jpeg, int begin, int end) {
        ByteBuffer tiff = ByteBuffer.wrap(jpeg, begin, end - begin).slice();
        tiff.order(tiff.getShort(0) == LITTLE ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = tiff.getShort(directory) & 0xFFFF;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + 12 * i;
            if ((tiff.getShort(entry) & 0xFFFF) == TAG) {
                int said = tiff.getShort(entry + 8);
                return said >= 1 && said <= values().length ? values()[said - 1] : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    /** Moves points of a picture of this size to where they are seen upright. */
    AffineTransform way(int width, int height) {
        return switch (this) {
            case UPRIGHT -> new AffineTransform();
            case MIRRORED -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case UPSIDE_DOWN -> new AffineTransform(-1, 0, 0, -1, width, height);
            case UPSIDE_DOWN_MIRRORED -> new AffineTransform(1, 0, 0, -1, 0, height);
            case LEFT_MIRRORED -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case LEFT -> new AffineTransform(0, 1, -1, 0, height, 0);
            case RIGHT_MIRRORED -> new AffineTransform(0, -1, -1, 0, height, width);
            case RIGHT -> new AffineTransform(0, -1, 1, 0, 0, width);
        };
    }
}
