package org.himaye.person;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContactKindTest {

    @ParameterizedTest
    @ValueSource(strings = {"+994 50 123 45 67", "152", "(012) 404-00-00", "050.123.45.67"})
    void asPeopleWriteNumbers(String number) {
        assertTrue(ContactKind.PHONE.fits(number));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x<script>alert(1)</script>", "banana", "1", "+994 50 123 45 67 evdə", "a@b.az"})
    void whatIsNoNumber(String text) {
        assertFalse(ContactKind.PHONE.fits(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"not-an-email", "a b@c.az", "a@b", "@b.az", "a@@b.az"})
    void whatIsNoMail(String text) {
        assertFalse(ContactKind.EMAIL.fits(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"aysel.m@poct.az", "x+y@mail.example.org"})
    void mail(String text) {
        assertTrue(ContactKind.EMAIL.fits(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Nizami küç. 5, Ələt", "@nick"})
    void restIsText(String text) {
        assertTrue(ContactKind.ADDRESS.fits(text) && ContactKind.SOCIAL.fits(text));
        assertFalse(ContactKind.ADDRESS.fits(null));
    }
}
