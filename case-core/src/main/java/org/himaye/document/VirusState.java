package org.himaye.document;

/** What is known of viruses in a file. What has one is never kept. */
public enum VirusState {
    /** The scanner found none when the file came. */
    CLEAN,
    /** This installation has no scanner. */
    NOT_CHECKED
}
