package org.himaye.retention;

/** The case that somebody names to have it erased or held. */
public record ErasureForm(String number) {}
