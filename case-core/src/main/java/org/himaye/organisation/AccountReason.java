package org.himaye.organisation;

/** Why an administrator gave somebody a new way in; the person reads it at the next sign-in. */
public enum AccountReason {
    FORGOTTEN,
    DEVICE_LOST,
    DEVICE_STOLEN,
    DEVICE_NEW,
    SUSPICION
}
