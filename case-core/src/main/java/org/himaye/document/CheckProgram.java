package org.himaye.document;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * A program of its own: reads a file from its input, checks it and writes what is to be kept. The first byte says how it ended, 0 or one
 * more than the place of the {@link DocumentProblem}. What breaks it or fills its memory ends this process and no other.
 */
final class CheckProgram {

    private CheckProgram() {}

    /** @param type what the first bytes say it is */
    public static void main(String[] type) throws IOException {
        try (InputStream in = new FileInputStream(FileDescriptor.in);
                OutputStream out = new FileOutputStream(FileDescriptor.out)) {
            byte[] kept;
            try {
                kept = check(DocumentType.valueOf(type[0]), in.readAllBytes());
            } catch (DocumentRefused refused) {
                out.write(refused.problem().ordinal() + 1);
                return;
            }
            out.write(0);
            out.write(kept);
        }
    }

    /** @throws DocumentRefused when it is not taken */
    static byte[] check(DocumentType type, byte[] content) {
        if (type.isPicture()) {
            return PictureCheck.anew(type, content);
        }
        PdfCheck.check(content);
        return content;
    }
}
