using System.Security.Claims;
using Lucarne.Social.Data;
using Lucarne.Social.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Accounts;

/// <summary>A new password.</summary>
/// <param name="Password">10 to 200 characters.</param>
public sealed record PasswordRequest(string Password);

/// <summary>Sets an account's password, and signs it out everywhere else: whoever knew the old one is out.</summary>
internal sealed class ChangePassword(LucarneContext db, Confirmation confirmation, IPasswordHasher<Account> hasher)
{
    /// <summary>Null when it is set.</summary>
    public async Task<Problem?> RunAsync(PasswordRequest request, ClaimsPrincipal user, CancellationToken cancel)
    {
        if (await confirmation.CheckAsync(user, cancel) is { } unconfirmed)
        {
            return unconfirmed;
        }

        Guid accountId = user.AccountId();
        Account account = await db.Accounts.SingleAsync(a => a.Id == accountId, cancel);
        if (PasswordRules.Check(request.Password, account.Handle) is { } weak)
        {
            return weak;
        }

        Guid? sessionId = user.FindSessionId();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        account.PasswordHash = hasher.HashPassword(account, request.Password);
        await db.SaveChangesAsync(cancel);
        await db.Sessions.Where(s => s.AccountId == accountId && s.Id != sessionId).ExecuteDeleteAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }
}
