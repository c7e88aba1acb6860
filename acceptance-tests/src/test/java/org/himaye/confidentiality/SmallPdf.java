package org.himaye.confidentiality;

import java.nio.charset.StandardCharsets;

/** A PDF of one page that says something. */
public final class SmallPdf {

    private SmallPdf() {}

    /** @param text without brackets, as it stands in the file */
    public static byte[] of(String text) {
        String words = "BT /F 12 Tf 9 9 Td (" + text + ") Tj ET";
        return ("%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj\n"
                        + "3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R>> endobj\n4 0 obj <</Length "
                        + words.length() + ">> stream\n" + words
                        + "\nendstream endobj\ntrailer <</Root 1 0 R/Size 5>>\nstartxref\n0\n%%EOF\n")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
