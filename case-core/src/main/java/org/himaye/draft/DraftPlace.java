package org.himaye.draft;

import java.util.regex.Pattern;

/**
 * Where something is typed.
 *
 * @param page path of the page
 * @param record how the page's address names its record, {@code number=V-…}; empty for what does not exist yet
 * @param form id of the form on the page
 */
public record DraftPlace(String page, String record, String form) {

    private static final Pattern RECORD = Pattern.compile("([a-z]{1,20}=[A-Za-z0-9._-]{1,60}(&(?=.)|$)){0,3}");

    public DraftPlace {
        if (!isRecord(record)) {
            throw new IllegalArgumentException("no name of a record");
        }
    }

    /** False for what no page of ours has in its address. */
    public static boolean isRecord(String record) {
        return RECORD.matcher(record).matches();
    }
}
