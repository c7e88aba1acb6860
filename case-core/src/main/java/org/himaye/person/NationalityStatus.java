package org.himaye.person;

/** Never changes which services are open (BR-002). */
public enum NationalityStatus {
    CITIZEN_AZ,
    FOREIGN,
    STATELESS,
    MULTIPLE,
    UNDETERMINED
}
