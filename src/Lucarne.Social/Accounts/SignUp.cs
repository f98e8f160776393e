using Lucarne.Social.Data;
using Lucarne.Social.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Lucarne.Social.Accounts;

/// <summary>A new account with a password.</summary>
/// <param name="Handle">3 to 30 of a–z, 0–9, <c>_</c> and <c>.</c>; upper case is lowered.</param>
/// <param name="Password">10 to 200 characters.</param>
/// <param name="DisplayName">1 to 50 characters; the handle when absent.</param>
/// <param name="Locale"><c>en</c> (the default) or <c>fr</c>.</param>
public sealed record SignUpRequest(string Handle, string Password, string? DisplayName = null, string? Locale = null);

/// <summary>What a new account is called, checked.</summary>
internal sealed record NewAccount(string Handle, string DisplayName, string Locale);

/// <summary>Makes accounts. The first one of an installation becomes its administrator.</summary>
internal sealed class SignUp(LucarneContext db, Sessions sessions, IPasswordHasher<Account> hasher, IOptions<SocialOptions> options, TimeProvider time)
{
    /// <summary>Makes an account with a password, and signs it in.</summary>
    public async Task<Outcome<Account>> RunAsync(SignUpRequest request, HttpContext http, CancellationToken cancel)
    {
        Outcome<NewAccount> read = await ReadAsync(request.Handle, request.DisplayName, request.Locale, cancel);
        if (!read.TryGet(out NewAccount? names, out Problem? problem))
        {
            return problem;
        }

        if (PasswordRules.Check(request.Password, names.Handle) is { } weak)
        {
            return weak;
        }

        Account account = Make(names, Guid.CreateVersion7(time.GetUtcNow()));
        account.PasswordHash = hasher.HashPassword(account, request.Password);
        return await SaveAsync(account, passkey: null, http, cancel);
    }

    /// <summary>Checks the names of a new account, and that sign-up is open.</summary>
    public async Task<Outcome<NewAccount>> ReadAsync(string? handle, string? displayName, string? locale, CancellationToken cancel)
    {
        if (!HandleRules.Read(handle).TryGet(out string? name, out Problem? problem)
            || !AccountRules.ReadDisplayName(displayName, name).TryGet(out string? shown, out problem)
            || !AccountRules.ReadLocale(locale).TryGet(out string? language, out problem))
        {
            return problem;
        }

        if (!options.Value.SignUpsOpen && await db.Accounts.AnyAsync(cancel))
        {
            return AccountsErrors.SignUpsClosed;
        }

        return await CheckHandle.IsTakenAsync(db, name, time.GetUtcNow(), cancel)
            ? AccountsErrors.HandleTaken.For("handle")
            : new NewAccount(name, shown, language);
    }

    /// <summary>An account that is not saved yet.</summary>
    public Account Make(NewAccount names, Guid id) => new()
    {
        Id = id,
        Handle = names.Handle,
        DisplayName = names.DisplayName,
        Locale = names.Locale,
        CreatedAt = time.GetUtcNow(),
    };

    /// <summary>Saves the account with its first session, in one transaction.</summary>
    /// <param name="account">From <see cref="Make"/>.</param>
    /// <param name="passkey">Its first passkey, if it has one.</param>
    /// <param name="http">Receives the session cookie.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <returns><see cref="AccountsErrors.HandleTaken"/> when another sign-up was faster.</returns>
    public async Task<Outcome<Account>> SaveAsync(Account account, Passkey? passkey, HttpContext http, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        // One row, updated under its lock: of two first sign-ups at the same moment, one only becomes the administrator.
        int claimed = await db.Installations
            .Where(i => i.FirstAccountId == null)
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.FirstAccountId, account.Id), cancel);
        account.Administrator = claimed == 1;
        db.Accounts.Add(account);
        if (passkey is not null)
        {
            db.Passkeys.Add(passkey);
        }

        sessions.Open(account, http);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException) when (!cancel.IsCancellationRequested)
        {
            await transaction.RollbackAsync(cancel);
            db.ChangeTracker.Clear();
            SessionCookie.Remove(http, SessionCookie.Name);
            if (await db.Accounts.AnyAsync(a => a.Handle == account.Handle, cancel))
            {
                return AccountsErrors.HandleTaken.For("handle");
            }

            throw;
        }

        await transaction.CommitAsync(cancel);
        return account;
    }
}
