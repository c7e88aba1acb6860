package org.himaye.person;

/** Whether using a contact point puts the person at risk; nothing is sent anywhere but to YES. */
public enum SafeToUse {
    YES,
    NO,
    UNKNOWN
}
