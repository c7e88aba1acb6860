package org.himaye.accesslog;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import javax.sql.DataSource;

/** What the sealer keeps, as the role of the auditor's desk reads it. */
@Dependent
class ProofRepository {

    @Resource(lookup = "jdbc/himaye-log-reader")
    private DataSource reader;

    @Inject
    private LogSealing sealing;

    LogProofs proofs() {
        return new LogProofs(new ProofReader(reader), new TrustedKeys(LogSealing.keys()), sealing.proves());
    }
}
