package org.himaye.disclosure;

/** A file for the receiver, whole in memory: it is stored nowhere. */
public record IssuedPackage(String fileName, String contentType, byte[] content) {}
