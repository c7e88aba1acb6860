package org.himaye.subjectrequest;

/** In which language a paper is made for her; any other is spoken by an interpreter. */
public enum AnswerLanguage {
    AZ,
    EN,
    RU
}
