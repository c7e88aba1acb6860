package org.himaye.disclosure;

/** The words of a package in the language of who makes it. Whole before they come: what is behind a page is not reached from here. */
public interface PackageWords {

    /** Tag of the language, for whoever reads the file with a program. */
    String language();

    String title();

    String heading(Heading heading);

    String field(DisclosedField field);

    /** Any value as people read it. */
    String show(Object value);

    /** That it must not be passed on, and until when it may be used. */
    String terms();

    /** The parts of the head. */
    enum Heading {
        NUMBER,
        RECEIVER,
        PURPOSE,
        BASIS,
        DOCUMENT,
        MADE
    }
}
