using Lucarne.Social.Http;

namespace Lucarne.Social.Moderation;

/// <summary>Refusals of reports, cases and administration.</summary>
public static class ModerationErrors
{
    public static readonly Problem TargetNotFound = new(404, "report_target_not_found", "There is nothing to report here", "It may have been deleted, or be hidden from you.");

    public static readonly Problem TargetIsYours = new(409, "report_target_yours", "This is your own", "You can edit or delete what is yours instead of reporting it.");

    public static readonly Problem NoteTooLong = new(400, "report_note_too_long", "The note is too long", "Use at most 1000 characters.");

    public static readonly Problem TooManyReports = new(429, "too_many_reports", "You have sent many reports today", "An administrator looks at those first. Try again tomorrow, or write to the administrator if it is urgent.") { RetryAfterSeconds = 3600 };

    public static readonly Problem KindUnknown = new(400, "case_kind_unknown", "There is no such kind of case", "Ask for post, account, comment or message.");

    public static readonly Problem CaseNotFound = new(404, "case_not_found", "There is no such case", "Go back to the queue; the account that it was about may have been erased.");

    public static readonly Problem RuleMissing = new(400, "case_rule_missing", "The rule is missing", "Say which rule was broken: its author is told.");

    public static readonly Problem DecisionImpossible = new(409, "case_decision_impossible", "This can't be decided about it", "An account can't be removed, only suspended; and an administrator has to lose the role before.");

    public static readonly Problem AccountNotFound = new(404, "account_not_found", "There is no such account", "Check the handle; the account may have been deleted.");

    public static readonly Problem AccountIsAdministrator = new(409, "account_is_administrator", "This account is an administrator", "Take the role away first, then suspend the account.");

    public static readonly Problem LastAdministrator = new(409, "last_administrator", "This is the last administrator", "Make someone else an administrator first: the installation needs one.");
}
