package org.himaye.staffaccess;

import org.himaye.accesslog.AccessList;
import org.himaye.casefile.CaseHeader;

/** What the staff of a house did on one of its cases. */
public record HouseAccesses(CaseHeader header, AccessList accesses) {}
