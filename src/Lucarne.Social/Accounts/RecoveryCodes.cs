using System.Security.Cryptography;
using System.Text;
using Lucarne.Social.Data;
using Lucarne.Social.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Accounts;

/// <summary>New recovery codes, shown this once.</summary>
/// <param name="Codes">Ten codes of the form <c>XXXX-XXXX-XXXX-XXXX</c>; each opens the account once.</param>
public sealed record RecoveryCodesView(IReadOnlyList<string> Codes);

/// <summary>A handle and a recovery code.</summary>
/// <param name="Handle">With or without the at sign.</param>
/// <param name="Code">One of the ten; case, spaces and hyphens do not matter.</param>
public sealed record RecoverySignInRequest(string Handle, string Code);

/// <summary>Makes recovery codes, and opens accounts by them.</summary>
internal sealed class RecoveryCodes(LucarneContext db, Sessions sessions, SignInThrottle throttle, TimeProvider time)
{
    /// <summary>Codes of an account.</summary>
    public const int Count = 10;

    private const int Characters = 16;
    private const int GroupSize = 4;

    /// <summary>32 characters without those that look alike: 5 bits each.</summary>
    private const string Alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    /// <summary>Replaces an account's codes by new ones.</summary>
    public async Task<RecoveryCodesView> ReplaceAsync(Guid accountId, CancellationToken cancel)
    {
        DateTimeOffset now = time.GetUtcNow();
        string[] codes = [.. Enumerable.Range(0, Count).Select(_ => RandomNumberGenerator.GetString(Alphabet, Characters))];
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.RecoveryCodes.Where(c => c.AccountId == accountId).ExecuteDeleteAsync(cancel);
        db.RecoveryCodes.AddRange(codes.Select(code => new RecoveryCode { Id = Guid.CreateVersion7(now), AccountId = accountId, CodeHash = Hash(accountId, code), CreatedAt = now }));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return new RecoveryCodesView([.. codes.Select(code => string.Join('-', code.Chunk(GroupSize).Select(group => new string(group))))]);
    }

    /// <summary>Opens a session by a code, which is then used up.</summary>
    public async Task<Outcome<Account>> SignInAsync(RecoverySignInRequest request, HttpContext http, CancellationToken cancel)
    {
        if (!HandleRules.Read(request.Handle).TryGet(out string? handle, out _) || Read(request.Code) is not { } code)
        {
            return AccountsErrors.RecoveryFailed;
        }

        if (throttle.Count(handle, http.Connection.RemoteIpAddress) is { } throttled)
        {
            return throttled;
        }

        Account? account = await db.Accounts.SingleOrDefaultAsync(a => a.Handle == handle, cancel);
        if (account is null)
        {
            return AccountsErrors.RecoveryFailed;
        }

        byte[] hash = Hash(account.Id, code);
        DateTimeOffset now = time.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        // Of two uses at the same moment, the one that marks the row is let in.
        int used = await db.RecoveryCodes.Where(c => c.AccountId == account.Id && c.CodeHash == hash && c.UsedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.UsedAt, now), cancel);
        if (used == 0)
        {
            return AccountsErrors.RecoveryFailed;
        }

        if (account.SuspendedAt is not null)
        {
            return AccountsErrors.AccountSuspended;
        }

        sessions.Open(account, http);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return account;
    }

    private static string? Read(string typed)
    {
        if (typed.Length > 4 * Characters)
        {
            return null;
        }

        string code = string.Concat(typed.ToUpperInvariant().Where(c => c != '-' && !char.IsWhiteSpace(c)));
        return code.Length == Characters && code.All(c => Alphabet.Contains(c, StringComparison.Ordinal)) ? code : null;
    }

    private static byte[] Hash(Guid accountId, string code) => SHA256.HashData([.. accountId.ToByteArray(bigEndian: true), .. Encoding.ASCII.GetBytes(code)]);
}
