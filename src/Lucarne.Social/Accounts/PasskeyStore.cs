using Lucarne.Social.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Accounts;

/// <summary>What ASP.NET Core Identity's passkey handler needs to read of our tables. Accounts are made by <see cref="SignUp"/>, never through Identity.</summary>
internal sealed class PasskeyStore(LucarneContext db, TimeProvider time) : IUserPasskeyStore<Account>
{
    public Task<Account?> FindByIdAsync(string userId, CancellationToken cancellationToken)
        => Guid.TryParse(userId, out Guid id) ? db.Accounts.SingleOrDefaultAsync(a => a.Id == id, cancellationToken) : Task.FromResult<Account?>(null);

    public Task<Account?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken)
        => db.Accounts.SingleOrDefaultAsync(a => a.Handle == normalizedUserName, cancellationToken);

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(Account user, CancellationToken cancellationToken)
        => [.. (await db.Passkeys.AsNoTracking().Where(p => p.AccountId == user.Id).ToListAsync(cancellationToken)).Select(p => p.ToInfo())];

    public async Task<Account?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken)
        => await db.Passkeys.Where(p => p.CredentialId == credentialId)
            .Join(db.Accounts, p => p.AccountId, a => a.Id, (_, account) => account).SingleOrDefaultAsync(cancellationToken);

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken)
        => (await db.Passkeys.AsNoTracking().SingleOrDefaultAsync(p => p.AccountId == user.Id && p.CredentialId == credentialId, cancellationToken))?.ToInfo();

    public async Task AddOrUpdatePasskeyAsync(Account user, UserPasskeyInfo passkey, CancellationToken cancellationToken)
    {
        Passkey? known = await db.Passkeys.SingleOrDefaultAsync(p => p.CredentialId == passkey.CredentialId && p.AccountId == user.Id, cancellationToken);
        if (known is null)
        {
            db.Passkeys.Add(Passkey.From(user.Id, passkey));
        }
        else
        {
            (known.SignCount, known.BackedUp, known.LastUsedAt) = (passkey.SignCount, passkey.IsBackedUp, time.GetUtcNow());
        }
    }

    public Task RemovePasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken)
        => db.Passkeys.Where(p => p.AccountId == user.Id && p.CredentialId == credentialId).ExecuteDeleteAsync(cancellationToken);

    public Task<string> GetUserIdAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.Id.ToString());

    public Task<string?> GetUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Handle);

    public Task<string?> GetNormalizedUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Handle);

    public Task SetUserNameAsync(Account user, string? userName, CancellationToken cancellationToken) => throw HandlesAreFixed();

    public Task SetNormalizedUserNameAsync(Account user, string? normalizedName, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<IdentityResult> CreateAsync(Account user, CancellationToken cancellationToken) => throw HandlesAreFixed();

    public async Task<IdentityResult> UpdateAsync(Account user, CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        return IdentityResult.Success;
    }

    public Task<IdentityResult> DeleteAsync(Account user, CancellationToken cancellationToken) => throw HandlesAreFixed();

    public void Dispose()
    {
    }

    private static NotSupportedException HandlesAreFixed() => new("PasskeyStore: accounts are made, named and deleted by the use cases of Accounts");
}
