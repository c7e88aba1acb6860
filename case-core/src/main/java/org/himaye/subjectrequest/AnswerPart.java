package org.himaye.subjectrequest;

import java.util.List;

/**
 * What an answer is made of, in its order: the rows of a table, and what of each is told. What the person never gets is said by the policy;
 * a test compares, so that a new attribute is in one of the two.
 */
enum AnswerPart {
    PERSON(
            "person",
            "select r from Person r where r.createdAt <= :until and r.id = :person",
            "familyName",
            "givenName",
            "patronymic",
            "aliases",
            "dateOfBirth",
            "ageStated",
            "ageBand",
            "sex",
            "documentNumber",
            "nationalityStatus",
            "countries",
            "languages"),
    CONTACT(
            "contact_point",
            "select r from ContactPoint r where r.createdAt <= :until and r.personId = :person order by r.createdAt, r.id",
            "kind",
            "value",
            "safe",
            "safeHours",
            "validTo"),
    REFERRAL(
            "referral",
            "select r from Referral r where r.createdAt <= :until and r.caseId = :case order by r.createdAt, r.id",
            "personName",
            "documents",
            "safeContact",
            "immediateDanger",
            "urgentMedical",
            "indicators",
            "indicatorsReason",
            "purposes"),
    INTAKE(
            "intake",
            "select r from Intake r where r.createdAt <= :until and r.id = :case",
            "dangerText",
            "urgentHealth",
            "urgentHealthText"),
    SIGNS(
            "indicator_assessment",
            "select r from IndicatorAssessment r where r.createdAt <= :until and r.caseId = :case order by r.createdAt, r.id",
            "assessedAt",
            "injuries",
            "conclusion",
            "result"),
    EPISODE(
            "trafficking_episode",
            "select r from TraffickingEpisode r where r.createdAt <= :until and r.caseId = :case order by r.createdAt, r.id",
            "fromDate",
            "toDate",
            "acts",
            "means",
            "purposes",
            "forms",
            "recruitmentChannel",
            "countries",
            "vulnerabilities",
            "healthVulnerabilities",
            "note"),
    IDENTIFICATION(
            "identification",
            "select r from Identification r where r.createdAt <= :until and r.id = :case",
            "decisionDate",
            "decisionNumber",
            "decisionText",
            "overrideReason"),
    NEEDS(
            "needs_assessment",
            "select r from NeedsAssessment r where r.createdAt <= :until and r.caseId = :case order by r.createdAt, r.id",
            "ownView"),
    NEED(
            "need_item",
            "select r from NeedItem r where r.createdAt <= :until and r.caseId = :case order by r.createdAt, r.id",
            "area",
            "level",
            "note"),
    PLAN(
            "rehabilitation_plan",
            "select r from RehabilitationPlan r where r.createdAt <= :until and r.caseId = :case order by r.createdAt, r.id",
            "status",
            "childOpinion"),
    COMPONENT(
            "plan_component",
            "select r from PlanComponent r where r.createdAt <= :until and r.caseId = :case order by r.createdAt, r.id",
            "component",
            "decision",
            "reason"),
    GOAL(
            "plan_goal",
            "select r from PlanGoal r where r.createdAt <= :until and r.caseId = :case order by r.createdAt, r.id",
            "component",
            "aim",
            "indicator",
            "targetDate"),
    ACTION(
            "plan_action",
            "select r from PlanAction r where r.createdAt <= :until and r.caseId = :case order by r.createdAt, r.id",
            "what",
            "due",
            "state"),
    RATING(
            "plan_rating",
            "select r from PlanRating r where r.createdAt <= :until and r.caseId = :case order by r.createdAt, r.id",
            "rating",
            "note"),
    REVIEW(
            "plan_review",
            "select r from PlanReview r where r.createdAt <= :until and r.caseId = :case order by r.createdAt, r.id",
            "comment"),
    CONSENT(
            "consent",
            "select r from Consent r where r.createdAt <= :until and r.caseId = :case order by r.createdAt, r.id",
            "scope",
            "status",
            "validTo",
            "refusedReason"),
    NOTE(
            "case_note",
            "select r from CaseNote r where r.createdAt <= :until and r.caseId = :case and r.sort in (org.himaye.note.NoteSort.CASE,"
                    + " org.himaye.note.NoteSort.STATEMENT, org.himaye.note.NoteSort.HEALTH) order by r.createdAt, r.id",
            "createdAt",
            "narrativeText",
            "healthText",
            "healthSummary"),
    DOCUMENT(
            "case_document",
            "select r from CaseDocument r where r.createdAt <= :until and r.caseId = :case and r.withdrawnAt is null order by r.createdAt, r.id",
            "kind",
            "identityTitle",
            "healthTitle",
            "legalTitle",
            "financialTitle",
            "narrativeTitle"),
    ALLOWANCE(
            "reimbursement_request",
            "select r from ReimbursementRequest r where r.createdAt <= :until and r.caseId = :case order by r.createdAt, r.id",
            "kind",
            "amount",
            "method",
            "state"),
    PAYMENT(
            "reimbursement_instalment",
            "select r from Instalment r where r.createdAt <= :until and r.caseId = :case order by r.createdAt, r.id",
            "amount",
            "paidOn",
            "state");

    private final String table;
    private final String sql;
    private final List<String> attributes;

    AnswerPart(String table, String sql, String... attributes) {
        this.table = table;
        this.sql = sql;
        this.attributes = List.of(attributes);
    }

    String table() {
        return table;
    }

    String sql() {
        return sql;
    }

    List<String> attributes() {
        return attributes;
    }
}
