package org.himaye.document;

import java.util.List;
import org.himaye.casefile.CaseHeader;
import org.himaye.confidentiality.DataClass;

/**
 * The form as it opens.
 *
 * @param kinds that the caller may upload
 * @param stricter classes that the caller may choose instead of a kind's own
 * @param original of which a redacted copy is uploaded, or null
 * @param megabytes that a file may have
 * @param scanned whether viruses are looked for
 */
public record DocumentForAdd(
        CaseHeader header,
        List<DocumentKind> kinds,
        List<DataClass> stricter,
        DocumentView original,
        int megabytes,
        boolean scanned) {}
