using Lucarne.Social.Http;

namespace Lucarne.Social.Erasures;

/// <summary>Refusals of closing, reopening and receipts.</summary>
public static class ErasuresErrors
{
    public static readonly Problem ConfirmationFailed = new(403, "confirmation_failed", "This is not confirmed", "Type your password, or answer with one of your own passkeys, to confirm that it is you.");

    public static readonly Problem AccountClosed = new(403, "account_closed", "Your account is closed", "Open it again first; until then it can only be read by you and exported.");

    public static readonly Problem AccountNotClosed = new(409, "account_not_closed", "This account is open", "There is nothing to open again.");

    public static readonly Problem AccountBeingErased = new(409, "account_being_erased", "This account is being erased", "The days of grace have run out; there is no way back.");

    public static readonly Problem LastAdministrator = new(409, "last_administrator", "You are the only administrator", "Make someone else an administrator first, so that the installation is not left without one.");

    public static readonly Problem ErasureNotFound = new(404, "erasure_not_found", "This link leads nowhere", "Check that it is whole. It stands in the answer that closed the account, and nowhere else.");

    public static readonly Problem ReceiptNotReady = new(409, "receipt_not_ready", "There is no receipt yet", "It is signed once everything is erased, after the days of grace.");

    public static readonly Problem ReceiptInvalid = new(400, "receipt_invalid", "This is not a receipt of this installation", "Send the whole file as it was downloaded, unchanged.");
}
