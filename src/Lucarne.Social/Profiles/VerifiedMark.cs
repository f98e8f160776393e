using Lucarne.Social.Moderation;

namespace Lucarne.Social.Profiles;

/// <summary>The verified mark holds for the handle and the name under which an administrator confirmed who the account is; with another one it goes, until an administrator sets it again.</summary>
internal sealed class VerifiedMark(AuditLog audit)
{
    /// <summary>The act that the audit log names. It goes with an account that is erased: no administrator did it.</summary>
    public const string Lost = "verified_mark_lost";

    /// <summary>Writes down that an account loses its mark by its own change; the caller takes the mark, and saves both together.</summary>
    /// <param name="accountId">Whose.</param>
    /// <param name="handle">Its handle after the change.</param>
    /// <param name="change">What it was, and what it is.</param>
    /// <param name="cancel">Stops the work.</param>
    public Task LoseAsync(Guid accountId, string handle, string change, CancellationToken cancel)
        => audit.AddAsync(accountId, Lost, $"@{handle}", change, cancel);
}
