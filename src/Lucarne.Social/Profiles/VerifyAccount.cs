using Lucarne.Social.Data;
using Lucarne.Social.Http;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Profiles;

/// <summary>Whether an account is verified.</summary>
/// <param name="Verified">True once it is confirmed who it is.</param>
public sealed record VerificationRequest(bool Verified);

/// <summary>Sets and takes the verified mark.</summary>
internal sealed class VerifyAccount(LucarneContext db, FindAccount find)
{
    /// <summary>Null when it is set, or <see cref="ProfilesErrors.AccountNotFound"/>.</summary>
    public async Task<Problem?> RunAsync(string handle, VerificationRequest request, CancellationToken cancel)
    {
        if (await find.AnyAsync(handle, cancel) is not Guid id)
        {
            return ProfilesErrors.AccountNotFound;
        }

        await db.Accounts.Where(a => a.Id == id).ExecuteUpdateAsync(set => set.SetProperty(a => a.Verified, request.Verified), cancel);
        return null;
    }
}
