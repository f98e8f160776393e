using Lucarne.Social.Data;
using Lucarne.Social.Http;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Accounts;

/// <summary>Whether a handle can be had.</summary>
/// <param name="Handle">As it would be kept.</param>
/// <param name="Available">True when nobody has it and the rules allow it.</param>
/// <param name="Reason">Code of the refusal otherwise: <c>handle_invalid</c>, <c>handle_reserved</c> or <c>handle_taken</c>.</param>
public sealed record HandleAvailability(string Handle, bool Available, string? Reason);

/// <summary>Tells whether a handle can be had.</summary>
internal sealed class CheckHandle(LucarneContext db, TimeProvider time)
{
    public async Task<HandleAvailability> RunAsync(string typed, CancellationToken cancel)
    {
        if (!HandleRules.Read(typed).TryGet(out string? handle, out Problem? problem))
        {
            return new HandleAvailability(typed, false, problem.Code);
        }

        return await IsTakenAsync(db, handle, time.GetUtcNow(), cancel)
            ? new HandleAvailability(handle, false, AccountsErrors.HandleTaken.Code)
            : new HandleAvailability(handle, true, null);
    }

    /// <summary>True for a handle that an account has, or had until lately.</summary>
    internal static async Task<bool> IsTakenAsync(LucarneContext db, string handle, DateTimeOffset now, CancellationToken cancel)
        => await db.Accounts.AnyAsync(a => a.Handle == handle, cancel) || await db.FormerHandles.AnyAsync(f => f.Handle == handle && f.ReservedUntil > now, cancel);
}
