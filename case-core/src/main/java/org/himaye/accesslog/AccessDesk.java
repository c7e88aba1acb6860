package org.himaye.accesslog;

/** The auditor's first page: events, how those of some days divide, and how far the log is proven. */
public record AccessDesk(AccessList list, AccessPicture picture, LogState proof) {}
