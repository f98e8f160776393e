using System.Buffers.Text;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Json;
using Lucarne.Safety.Text;
using Lucarne.Social.Data;
using Lucarne.Social.Follows;
using Lucarne.Social.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Lucarne.Social.Accounts;

/// <summary>A passkey of the signed-in account.</summary>
/// <param name="Id">Names it in addresses.</param>
/// <param name="Name">What its owner calls it; empty until it is named.</param>
/// <param name="Synced">True where the person's devices share it.</param>
/// <param name="CreatedAt">When it was registered.</param>
/// <param name="LastUsedAt">When it last signed in or confirmed; null before the first time.</param>
public sealed record PasskeyView(string Id, string Name, bool Synced, DateTimeOffset CreatedAt, DateTimeOffset? LastUsedAt);

/// <summary>A new passkey for an account that exists.</summary>
/// <param name="Credential">The browser's answer: <c>PublicKeyCredential.toJSON()</c>.</param>
/// <param name="Name">What to call it, at most 60 characters.</param>
public sealed record AddPasskeyRequest(JsonElement Credential, string? Name = null);

/// <summary>Another name for a passkey.</summary>
/// <param name="Name">1 to 60 characters.</param>
public sealed record PasskeyNameRequest(string Name);

/// <summary>Adds, names and removes passkeys of an account that exists; never removes the last way in.</summary>
internal sealed class ManagePasskeys(
    LucarneContext db, Confirmation confirmation, PasskeyCeremonies ceremonies, IPasskeyHandler<Account> handler, ILogger<ManagePasskeys> logger)
{
    /// <summary>Most passkeys of an account.</summary>
    public const int MaxPerAccount = 10;

    /// <summary>All of an account, the oldest first.</summary>
    public async Task<IReadOnlyList<PasskeyView>> ReadAsync(Guid accountId, CancellationToken cancel)
        => [.. (await db.Passkeys.AsNoTracking().Where(p => p.AccountId == accountId).OrderBy(p => p.CreatedAt).ToListAsync(cancel)).Select(View)];

    /// <summary>The question for the browser; it names those that are registered, so that an authenticator does not make a second one.</summary>
    public async Task<Outcome<JsonElement>> AskAsync(HttpContext http, CancellationToken cancel)
    {
        Guid accountId = http.User.AccountId();
        if (await confirmation.CheckAsync(http.User, cancel) is { } unconfirmed)
        {
            return unconfirmed;
        }

        if (await db.Passkeys.CountAsync(p => p.AccountId == accountId, cancel) >= MaxPerAccount)
        {
            return AccountsErrors.TooManyPasskeys;
        }

        Account account = await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == accountId, cancel);
        PasskeyUserEntity entity = new() { Id = account.Id.ToString(), Name = account.Handle, DisplayName = account.DisplayName };
        PasskeyCreationOptionsResult options = await handler.MakeCreationOptionsAsync(entity, http);
        await ceremonies.BeginAsync(PasskeyCeremonyKind.Addition, options.AttestationState ?? "", http, cancel);
        return JsonElement.Parse(options.CreationOptionsJson);
    }

    /// <summary>Verifies the answer, and keeps the passkey.</summary>
    public async Task<Outcome<PasskeyView>> AddAsync(AddPasskeyRequest request, HttpContext http, CancellationToken cancel)
    {
        Guid accountId = http.User.AccountId();
        string name = TextHygiene.CleanLine(request.Name ?? "");
        if (name.Length > Passkey.NameMaxLength)
        {
            return AccountsErrors.PasskeyNameInvalid.For("name");
        }

        if (await confirmation.CheckAsync(http.User, cancel) is { } unconfirmed)
        {
            return unconfirmed;
        }

        if (await ceremonies.EndAsync(PasskeyCeremonyKind.Addition, http, cancel) is not { } state)
        {
            return AccountsErrors.PasskeyCeremonyMissing;
        }

        PasskeyAttestationResult result = await handler.PerformAttestationAsync(new()
        {
            HttpContext = http,
            CredentialJson = request.Credential.GetRawText(),
            AttestationState = state,
        });
        if (!result.Succeeded || result.UserEntity.Id != accountId.ToString())
        {
            logger.LogInformation("A passkey was refused for an account: {Reason}", result.Failure?.Message ?? "it was made for another account");
            return AccountsErrors.PasskeyRefused;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await Relations.LockAsync(db, accountId, accountId, cancel);
        if (await db.Passkeys.CountAsync(p => p.AccountId == accountId, cancel) >= MaxPerAccount)
        {
            return AccountsErrors.TooManyPasskeys;
        }

        if (await db.Passkeys.AnyAsync(p => p.CredentialId == result.Passkey.CredentialId, cancel))
        {
            return AccountsErrors.PasskeyRefused;
        }

        Passkey passkey = Passkey.From(accountId, result.Passkey);
        passkey.Name = name;
        db.Passkeys.Add(passkey);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return View(passkey);
    }

    /// <summary>Gives a passkey another name.</summary>
    public async Task<Outcome<PasskeyView>> RenameAsync(Guid accountId, string id, PasskeyNameRequest request, CancellationToken cancel)
    {
        string name = TextHygiene.CleanLine(request.Name);
        if (name.Length is 0 or > Passkey.NameMaxLength)
        {
            return AccountsErrors.PasskeyNameInvalid.For("name");
        }

        if (await FindAsync(accountId, id, cancel) is not { } passkey)
        {
            return AccountsErrors.PasskeyNotFound;
        }

        passkey.Name = name;
        await db.SaveChangesAsync(cancel);
        return View(passkey);
    }

    /// <summary>Null when it is gone; <see cref="AccountsErrors.LastWayIn"/> for the only passkey of an account without a password.</summary>
    public async Task<Problem?> RemoveAsync(string id, ClaimsPrincipal user, CancellationToken cancel)
    {
        if (await confirmation.CheckAsync(user, cancel) is { } unconfirmed)
        {
            return unconfirmed;
        }

        Guid accountId = user.AccountId();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await Relations.LockAsync(db, accountId, accountId, cancel);
        if (await FindAsync(accountId, id, cancel) is not { } passkey)
        {
            return AccountsErrors.PasskeyNotFound;
        }

        if (await db.Passkeys.CountAsync(p => p.AccountId == accountId, cancel) == 1 && !await db.Accounts.AnyAsync(a => a.Id == accountId && a.PasswordHash != null, cancel))
        {
            return AccountsErrors.LastWayIn;
        }

        db.Passkeys.Remove(passkey);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    private async Task<Passkey?> FindAsync(Guid accountId, string id, CancellationToken cancel)
        => (await db.Passkeys.Where(p => p.AccountId == accountId).ToListAsync(cancel)).Find(p => IdOf(p) == id);

    private static PasskeyView View(Passkey passkey) => new(IdOf(passkey), passkey.Name, passkey.BackedUp, passkey.CreatedAt, passkey.LastUsedAt);

    /// <summary>Short and fit for an address, where a credential's own id may have a thousand bytes.</summary>
    private static string IdOf(Passkey passkey) => Base64Url.EncodeToString(SHA256.HashData(passkey.CredentialId).AsSpan(0, 12));
}
