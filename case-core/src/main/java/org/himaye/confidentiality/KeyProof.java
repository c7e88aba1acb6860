package org.himaye.confidentiality;

import com.google.crypto.tink.Aead;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Whether the key-encryption key is the one of this database: it unwraps the machine's own key, which every installation has. Under
 * another one nothing opens, and what were sealed under it would be lost when the right one is back. Tells the operator once.
 */
@ApplicationScoped
class KeyProof {

    private static final Logger LOG = System.getLogger(KeyProof.class.getName());

    @Inject
    private KeyVault vault;

    private String told;

    /**
     * @param connection with a context; any shows the machine's key
     * @throws KeysUnavailable when the key-encryption key is missing or another database's
     */
    synchronized void require(Connection connection) throws SQLException {
        try {
            Aead wrapping = vault.wrapping();
            byte[] own =
                    SealingKeys.wrapped(connection, List.of(KeyOwner.MACHINE)).get(KeyOwner.MACHINE);
            if (own != null) {
                SealingKeys.unwrap(KeyOwner.MACHINE, own, wrapping);
            }
        } catch (KeysUnavailable away) {
            tell("The key-encryption key cannot be used (" + away.getMessage()
                    + "). Only what stands in clear is shown and nothing sealed can be written."
                    + " Put the newest copy of it back; no restart is needed.");
            throw away;
        }
        if (told != null) {
            told = null;
            LOG.log(Level.INFO, "The key-encryption key can be used again.");
        }
    }

    private void tell(String problem) {
        if (!problem.equals(told)) {
            told = problem;
            LOG.log(Level.ERROR, problem);
        }
    }
}
