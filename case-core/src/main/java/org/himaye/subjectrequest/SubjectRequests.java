package org.himaye.subjectrequest;

import java.util.List;
import org.himaye.casefile.CaseHeader;

/** What the person of a case asked for, the latest first. */
public record SubjectRequests(CaseHeader header, List<SubjectRequestLine> rows) {}
