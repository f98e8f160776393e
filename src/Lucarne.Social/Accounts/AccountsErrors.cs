using Lucarne.Social.Http;

namespace Lucarne.Social.Accounts;

/// <summary>Refusals of accounts and sign-in.</summary>
public static class AccountsErrors
{
    public static readonly Problem HandleInvalid = new(400, "handle_invalid", "This handle can't be used",
        "Use 3 to 30 of the letters a to z, digits, _ and . — beginning with a letter or digit, ending without a dot, with no two dots in a row, and with at least one letter.");

    public static readonly Problem HandleReserved = new(409, "handle_reserved", "This handle is reserved", "It is a name that pages or staff of the network use. Choose another.");

    public static readonly Problem HandleTaken = new(409, "handle_taken", "This handle is taken", "Another account has it. Choose another.");

    public static readonly Problem DisplayNameInvalid = new(400, "display_name_invalid", "This name can't be used", "Use 1 to 50 visible characters, or leave it out to show the handle.");

    public static readonly Problem LocaleInvalid = new(400, "locale_invalid", "This language is not offered", "Choose en or fr.");

    public static readonly Problem PasswordTooShort = new(400, "password_too_short", "The password is too short", "Use at least 10 characters; a few words in a row do well.");

    public static readonly Problem PasswordTooLong = new(400, "password_too_long", "The password is too long", "Use at most 200 characters.");

    public static readonly Problem PasswordCommon = new(400, "password_common", "The password is too easy to guess", "It is on the lists that attackers try first, or is your handle, or repeats one character. Choose another.");

    public static readonly Problem SignUpsClosed = new(403, "sign_ups_closed", "Sign-up is closed", "This installation takes no new accounts. Ask its administrator.");

    public static readonly Problem SignInFailed = new(401, "sign_in_failed", "The handle or the password is wrong", "Check both, or sign in with a passkey.");

    public static readonly Problem SignInThrottled = new(429, "sign_in_throttled", "Too many attempts to sign in", "Wait for the number of seconds in Retry-After, then try again.");

    public static readonly Problem PasskeyCeremonyMissing = new(400, "passkey_ceremony_missing", "The passkey question has run out", "Ask for new options, then answer the browser's question within five minutes, in the same browser.");

    public static readonly Problem PasskeyRefused = new(400, "passkey_refused", "The passkey was not accepted", "The browser's answer does not fit the question, or the passkey is not known here. Try again, or use your password.");
}
