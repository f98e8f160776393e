using System.Buffers.Text;
using System.Security.Cryptography;
using Lucarne.Safety.Text;
using Lucarne.Social.Accounts;
using Lucarne.Social.Data;
using Lucarne.Social.Exports;
using Lucarne.Social.Http;
using Lucarne.Social.Profiles;
using Lucarne.Social.Settings;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Imports;

/// <summary>Reads an archive into an account: the one that it was read into before, an empty one, or a new one. Doing it again adds nothing.</summary>
internal sealed class ImportAccount(LucarneContext db, ImportWorks works, ImportLists lists, IPasswordHasher<Account> hasher, TimeProvider time)
{
    private const string AccountSection = "account";

    /// <summary>Reads the archive.</summary>
    /// <param name="path">The zip.</param>
    /// <param name="handle">Handle of the account here; null takes the archive's own.</param>
    /// <param name="progress">Told what is being read, and how many films of how many are done.</param>
    /// <param name="cancel">Stops the work; what was read stays, and reading again goes on from there.</param>
    /// <exception cref="ArchiveException">The archive can't be read, or its account can't be placed.</exception>
    public async Task<ImportReport> RunAsync(string path, string? handle, Action<string, int, int>? progress, CancellationToken cancel)
    {
        using Archive archive = await Archive.OpenAsync(path, cancel);
        ImportTally tally = new();
        (Account account, string? password) = await PlaceAsync(archive, handle, tally, cancel);
        await works.RunAsync(archive, account.Id, tally, progress ?? ((_, _, _) => { }), cancel);
        await lists.RunAsync(archive, account.Id, tally, cancel);
        return new ImportReport(account.Id, account.Handle, password, tally.Sections(), tally.Notes);
    }

    private async Task<(Account Account, string? Password)> PlaceAsync(Archive archive, string? handle, ImportTally tally, CancellationToken cancel)
    {
        AccountRecord record = await FirstAsync(archive.RowsAsync<AccountRecord>(AccountSection, cancel)) ?? throw new ArchiveException("the archive holds no account");
        if (record.Id != archive.Manifest.AccountId)
        {
            throw new ArchiveException("the archive's manifest and its account disagree");
        }

        if (!HandleRules.Read(handle ?? record.Handle).TryGet(out string? name, out Problem? problem))
        {
            throw new ArchiveException($"the handle {Archive.Shown(handle ?? record.Handle)} can't be used here: {problem.Detail} Choose another with --handle");
        }

        if (await db.Imports.SingleOrDefaultAsync(i => i.SourceAccountId == record.Id, cancel) is { } before)
        {
            Account known = await db.Accounts.SingleAsync(a => a.Id == before.AccountId, cancel);
            if (handle is not null && known.Handle != name)
            {
                throw new ArchiveException($"this archive was read into @{known.Handle} before; leave --handle out to go on there");
            }

            tally.Present(AccountSection);
            return (known, null);
        }

        Account? there = await db.Accounts.SingleOrDefaultAsync(a => a.Handle == name, cancel);
        // An archive read back where it was written goes to its own account.
        if (there is not null && there.Id != record.Id
            && (await db.Posts.AnyAsync(p => p.AuthorId == there.Id, cancel) || await db.Drafts.AnyAsync(d => d.OwnerId == there.Id, cancel)))
        {
            throw new ArchiveException($"@{name} is someone's account already, and not empty; choose another handle with --handle");
        }

        string? password = null;
        Account account = there ?? await MakeAsync(record, name, cancel);
        if (there is null)
        {
            password = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(15));
            account.PasswordHash = hasher.HashPassword(account, password);
            db.Accounts.Add(account);
        }

        if (there is null || there.Id != record.Id)
        {
            await FillAsync(account, record, archive, tally, cancel);
        }

        db.Imports.Add(new Import
        {
            SourceAccountId = record.Id,
            AccountId = account.Id,
            Origin = TextHygiene.Truncate(TextHygiene.CleanLine(archive.Manifest.Origin), Import.OriginMaxLength),
            CreatedAt = time.GetUtcNow(),
        });
        await db.SaveChangesAsync(cancel);
        tally.Added(AccountSection);
        return (account, password);
    }

    /// <summary>A new account. It keeps its id, unless an account with that id was erased here, whose id stays erased for ever.</summary>
    private async Task<Account> MakeAsync(AccountRecord record, string handle, CancellationToken cancel)
    {
        DateTimeOffset now = time.GetUtcNow();
        bool taken = !Timestamps.Plausible(record.Id, record.CreatedAt, now)
            || await db.Accounts.AnyAsync(a => a.Id == record.Id, cancel) || await db.Erasures.AnyAsync(e => e.AccountId == record.Id, cancel);
        return new Account
        {
            Id = taken ? Guid.CreateVersion7(now) : record.Id,
            Handle = handle,
            DisplayName = AccountRules.ReadDisplayName(record.DisplayName, handle).TryGet(out string? shown, out _) ? shown : handle,
            Locale = AccountRules.ReadLocale(record.Locale).TryGet(out string? locale, out _) ? locale : AccountRules.Locales[0],
            CreatedAt = record.CreatedAt <= now ? record.CreatedAt : now,
        };
    }

    private static async Task FillAsync(Account account, AccountRecord record, Archive archive, ImportTally tally, CancellationToken cancel)
    {
        account.Bio = ProfileRules.ReadBio(record.Bio).TryGet(out string? bio, out _) && bio.Length > 0 ? bio : account.Bio;
        account.Location = ProfileRules.ReadLocation(record.Location).TryGet(out string? location, out _) && location.Length > 0 ? location : account.Location;
        account.Links = ProfileRules.ReadLinks(record.Links).TryGet(out string? links, out _) ? links : account.Links;
        if (record.Picture is not null || record.Cover is not null)
        {
            tally.Notes.Add("account: picture and cover are in the archive's media folder; set them again on the profile");
        }

        if (await FirstAsync(archive.RowsAsync<SettingsRecord>("settings", cancel)) is { } settings)
        {
            account.Settings.Autoplay = settings.Autoplay;
            account.Settings.SoundAtStart = settings.SoundAtStart;
            account.Settings.DataSaver = settings.DataSaver;
            account.Settings.Captions = settings.Captions;
            account.Settings.ReducedMotion = settings.ReducedMotion;
            account.Settings.Theme = settings.Theme;
            account.Settings.ShowLikes = settings.ShowLikes;
            account.Settings.MessagesFrom = settings.MessagesFrom;
            account.Settings.Discoverable = settings.Discoverable;
            account.Settings.BreakAfterMinutes = Math.Clamp(settings.BreakAfterMinutes, 0, 600) is >= 5 and int minutes ? minutes : 0;
            tally.Added("settings");
        }
    }

    private static async Task<T?> FirstAsync<T>(IAsyncEnumerable<T> rows)
        where T : class
    {
        await foreach (T row in rows)
        {
            return row;
        }

        return null;
    }
}

/// <summary>Ids that carry their time.</summary>
internal static class Timestamps
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    /// <summary>True for a UUIDv7 of about the time that its row states, not in the future: lists are ordered by id, and no archive may put a row where it does not belong.</summary>
    public static bool Plausible(Guid id, DateTimeOffset stated, DateTimeOffset now)
    {
        if (id.Version != 7)
        {
            return false;
        }

        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        long milliseconds = ((long)bytes[0] << 40) | ((long)bytes[1] << 32) | ((long)bytes[2] << 24) | ((long)bytes[3] << 16) | ((long)bytes[4] << 8) | bytes[5];
        return stated <= now + Tolerance && Math.Abs(milliseconds - stated.ToUnixTimeMilliseconds()) <= Tolerance.TotalMilliseconds;
    }
}
