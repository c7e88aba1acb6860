package org.himaye.web.shared;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Names an attribute of the log with the words that stand beside it on its page, so that an auditor and a caseworker speak of the
 * same thing: {@code need_item.note} is "Needs: Note".
 */
public final class AttributeWords {

    private static final String OWN = "Logged.";
    private static final Pattern SIGN = Pattern.compile("indicator_assessment\\.ind(\\d\\d)");

    /** Where the labels of a table's attributes stand. */
    private static final Map<String, String> LABELS = Map.ofEntries(
            entry("access_event", "accesslog_list."),
            entry("audit_finding", "Finding."),
            entry("audit_finding_step", "Finding."),
            entry("budget_source", "Reimbursement."),
            entry("case_file", "casefile_list."),
            entry("case_restriction", "restriction."),
            entry("consent", "intake_consent."),
            entry("contact_point", "ContactPoint."),
            entry("disclosure", "Disclosure."),
            entry("disclosure_consent", "Disclosure."),
            entry("disclosure_copy", "Disclosure."),
            entry("erasure", "retention_list."),
            entry("identification", "identification_decide."),
            entry("identification_set", "intake_episode."),
            entry("indicator_assessment", "intake_indicators."),
            entry("intake", "Intake."),
            entry("legal_hold", "retention_hold."),
            entry("need_item", "assessment_edit."),
            entry("needs_assessment", "assessment_needs."),
            entry("person", "Person."),
            entry("plan_action", "PlanAction."),
            entry("plan_component", "plan_edit."),
            entry("plan_goal", "PlanGoal."),
            entry("plan_rating", "plan_progress."),
            entry("plan_review", "plan_review."),
            entry("referral", "referral."),
            entry("rehabilitation_plan", "plan_plan."),
            entry("reimbursement_decision", "Reimbursement."),
            entry("reimbursement_instalment", "Reimbursement."),
            entry("reimbursement_request", "Reimbursement."),
            entry("rights_briefing", "intake_rights."),
            entry("subject_request", "SubjectRequest."),
            entry("trafficking_episode", "intake_episode."),
            entry("unusual_access", "Unusual."));

    /** Attributes whose label has another name than theirs. */
    private static final Map<String, String> OTHERWISE = Map.ofEntries(
            entry("access_event.actor", "accesslog_list.who"),
            entry("access_event.classes", "accesslog_list.class"),
            entry("access_event.reason", "accesslog_file.reason"),
            entry("case_file.caseNumber", "casefile_list.number"),
            entry("case_file.nextDueAt", "casefile_list.due"),
            entry("case_file.openedAt", "casefile_list.opened"),
            entry("case_file.pseudonym", "Logged.person.pseudonym"),
            entry("identification_set.ageBand", "Person.ageBand"),
            entry("identification_set.child", "identification_decide.child"),
            entry("identification_set.details", "intake_indicators.details"),
            entry("identification_set.forms", "Logged.trafficking_episode.forms"),
            entry("identification_set.indicators", "identification_decide.signs"),
            entry("identification_set.languages", "Person.languages"),
            entry("identification_set.purposes", "intake_episode.aims"),
            entry("identification_set.sex", "Person.sex"),
            entry("need_item.area", "assessment_needs.area"),
            entry("needs_assessment.ownView", "assessment_edit.ownView"),
            entry("plan_component.component", "goals.area"),
            entry("plan_goal.component", "goals.area"),
            entry("plan_goal.rating", "plan_progress.rating"),
            entry("plan_goal.targetDate", "PlanGoal.target"),
            entry("rehabilitation_plan.childOpinion", "plan_agree.childOpinion"),
            entry("rehabilitation_plan.presentedLanguage", "plan_agree.language"),
            entry("reimbursement_request.budgetSourceId", "Reimbursement.budget"),
            entry("rights_review_line.decision", "organisation_reviewrights.title"),
            entry("staff.account", "organisation_people.account"),
            entry("staff.active", "organisation_people.state"),
            entry("staff.endReason", "organisation_colleague.endReason"),
            entry("staff.institution", "organisation_people.institution"),
            entry("staff.onDuty", "organisation_institutions.onDuty"),
            entry("staff.password", "organisation_colleague.password"),
            entry("staff.providerDue", "organisation_people.providerDue"),
            entry("staff.secondFactor", "organisation_colleague.factor"),
            entry("staff.displayName", "organisation_institutions.name"),
            entry("staff.role", "organisation_institutions.job"),
            entry("trafficking_episode.purposes", "intake_episode.aims"));

    private AttributeWords() {}

    /**
     * The words for {@code table.attribute}; empty when there are none.
     *
     * @param messages the labels of one language
     */
    public static Optional<String> of(String name, Map<String, String> messages) {
        Matcher sign = SIGN.matcher(name);
        if (sign.matches()) {
            String code = "IND" + sign.group(1);
            return both("indicator_assessment", messages, Stream.of("Indicator." + code))
                    .map(words -> words + " (" + code + ")");
        }
        int dot = name.indexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        String table = name.substring(0, dot);
        String attribute = name.substring(dot + 1);
        return both(
                table,
                messages,
                Stream.of(
                        OTHERWISE.getOrDefault(name, OWN + name),
                        LABELS.getOrDefault(table, OWN) + attribute,
                        OWN + "any." + attribute));
    }

    private static Optional<String> both(String table, Map<String, String> messages, Stream<String> keys) {
        return keys.filter(messages::containsKey)
                .findFirst()
                .filter(key -> messages.containsKey(OWN + table))
                .map(key -> messages.get(OWN + table) + ": " + messages.get(key));
    }
}
