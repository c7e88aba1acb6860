package org.himaye.web.shared;

/** A part of a form with fields of its own, kept in a map; {@link Edit} meets its fields like those of the form. */
public interface FormPart {}
