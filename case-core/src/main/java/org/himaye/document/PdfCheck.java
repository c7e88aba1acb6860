package org.himaye.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * Whether a PDF is one and nothing else, can be read by whoever gets it, and does nothing by itself. Looks at every object that the
 * file's tables name, also at those that no page leads to. The file is kept as it came: written anew, a signature on it would be broken.
 */
final class PdfCheck {

    private static final byte[] BEGIN = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "%%EOF".getBytes(StandardCharsets.US_ASCII);

    /** The directory at the end of a ZIP archive, which its readers look for from behind. */
    private static final byte[] ARCHIVE = {'P', 'K', 5, 6};

    private static final int ARCHIVE_REACH = 70_000;

    /** Names of entries that hold programs or other files. */
    private static final Set<String> CARRIERS = Set.of(
            "JS", "JavaScript", "AA", "EF", "EmbeddedFiles", "AF", "XFA", "RichMediaContent", "RichMediaSettings");

    /** Actions that run, send or open something outside of the document. */
    private static final Set<String> ACTIONS = Set.of(
            "JavaScript",
            "Launch",
            "SubmitForm",
            "ImportData",
            "GoToE",
            "GoToR",
            "Rendition",
            "Movie",
            "Sound",
            "RichMediaExecute");

    private static final Set<String> ANNOTATIONS =
            Set.of("FileAttachment", "RichMedia", "Screen", "Movie", "Sound", "3D");

    private PdfCheck() {}

    /** @throws DocumentRefused when it is not taken */
    static void check(byte[] content) {
        if (!standsAt(content, 0, BEGIN) || !endsThere(content) || holdsArchive(content)) {
            throw new DocumentRefused(DocumentProblem.UNREADABLE);
        }
        try (PDDocument document = Loader.loadPDF(content)) {
            if (document.isEncrypted()) {
                throw new DocumentRefused(DocumentProblem.LOCKED);
            }
            if (document.getNumberOfPages() == 0) {
                throw new DocumentRefused(DocumentProblem.UNREADABLE);
            }
            COSDocument objects = document.getDocument();
            look(objects.getTrailer());
            for (COSObjectKey key : Set.copyOf(objects.getXrefTable().keySet())) {
                look(objects.getObjectFromPool(key).getObject());
            }
        } catch (InvalidPasswordException locked) {
            throw new DocumentRefused(DocumentProblem.LOCKED);
        } catch (IOException damaged) {
            throw new DocumentRefused(DocumentProblem.UNREADABLE);
        }
    }

    /** Nothing but line ends after the last mark of its end. */
    private static boolean endsThere(byte[] content) {
        int end = content.length;
        while (end > 0 && content[end - 1] >= 0 && content[end - 1] <= ' ') {
            end--;
        }
        return end >= END.length && standsAt(content, end - END.length, END);
    }

    private static boolean holdsArchive(byte[] content) {
        for (int i = Math.max(0, content.length - ARCHIVE_REACH); i < content.length; i++) {
            if (standsAt(content, i, ARCHIVE)) {
                return true;
            }
        }
        return false;
    }

    private static boolean standsAt(byte[] content, int place, byte[] what) {
        if (place + what.length > content.length) {
            return false;
        }
        for (int i = 0; i < what.length; i++) {
            if (content[place + i] != what[i]) {
                return false;
            }
        }
        return true;
    }

    /** What is referred to is looked at by itself. */
    private static void look(COSBase first) {
        Deque<COSBase> open = new ArrayDeque<>();
        Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        push(open, seen, first);
        while (!open.isEmpty()) {
            COSBase each = open.pop();
            if (each instanceof COSDictionary dictionary) {
                if (isActive(dictionary)) {
                    throw new DocumentRefused(DocumentProblem.ACTIVE);
                }
                dictionary.getValues().forEach(value -> push(open, seen, value));
            } else if (each instanceof COSArray array) {
                array.forEach(value -> push(open, seen, value));
            }
        }
    }

    private static void push(Deque<COSBase> open, Set<COSBase> seen, COSBase value) {
        if (value != null && !(value instanceof COSObject) && seen.add(value)) {
            open.push(value);
        }
    }

    /** What a reader does when it opens the file may go to a page of it and nowhere else: an address that is asked tells who reads, and where. */
    private static boolean opensElsewhere(COSBase first) {
        return first instanceof COSDictionary action
                && (!"GoTo".equals(action.getNameAsString(COSName.S)) || action.containsKey("Next"));
    }

    private static boolean isActive(COSDictionary dictionary) {
        return dictionary.keySet().stream().map(COSName::getName).anyMatch(CARRIERS::contains)
                || ACTIONS.contains(String.valueOf(dictionary.getNameAsString(COSName.S)))
                || ANNOTATIONS.contains(String.valueOf(dictionary.getNameAsString(COSName.SUBTYPE)))
                || "EmbeddedFile".equals(dictionary.getNameAsString(COSName.TYPE))
                || opensElsewhere(dictionary.getDictionaryObject("OpenAction"))
                || "URL".equals(dictionary.getNameAsString("FS"))
                || dictionary instanceof COSStream
                        && (dictionary.containsKey(COSName.F) || dictionary.containsKey("Ref"));
    }
}
