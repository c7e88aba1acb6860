package org.himaye.organisation;

import java.time.Instant;

/**
 * What an administrator did to the reader's own way in.
 *
 * @param reason null where there is none
 * @param by the administrator's name
 */
public record AccountNote(AccountKind kind, AccountReason reason, String by, Instant at) {}
