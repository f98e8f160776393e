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

    public static readonly Problem AccountSuspended = new(403, "account_suspended", "This account is suspended", "An administrator has suspended it. Ask the administrator of this server about the reason.");

    public static readonly Problem RecoveryFailed = new(401, "recovery_failed", "The handle or the code is wrong", "Check both. Each recovery code opens the account once; take one that you have not used.");

    public static readonly Problem ConfirmationRequired = new(403, "confirmation_required", "Confirm that it is you", "Confirm with your password or a passkey, then try again within 15 minutes.");

    public static readonly Problem PasswordWrong = new(403, "password_wrong", "The password is wrong", "Type the password of this account, or confirm with a passkey.");

    public static readonly Problem PasskeyNotFound = new(404, "passkey_not_found", "There is no such passkey", "It may have been removed on another device.");

    public static readonly Problem PasskeyNameInvalid = new(400, "passkey_name_invalid", "This name can't be used", "Use 1 to 60 visible characters.");

    public static readonly Problem TooManyPasskeys = new(409, "too_many_passkeys", "You have as many passkeys as one can", "An account has at most 10 passkeys. Remove one first.");

    public static readonly Problem LastWayIn = new(409, "last_way_in", "This is the last way in", "Without it, nobody could sign in to this account. Add another passkey or set a password first.");

    public static readonly Problem DeviceNotFound = new(404, "device_not_found", "This device is signed out", "It is no longer signed in to your account.");
}
