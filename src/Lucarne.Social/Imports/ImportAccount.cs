using System.Buffers.Text;
using System.Security.Cryptography;
using Lucarne.Media.Storage;
using Lucarne.Safety.Text;
using Lucarne.Social.Accounts;
using Lucarne.Social.Data;
using Lucarne.Social.Exports;
using Lucarne.Social.Feed;
using Lucarne.Social.Http;
using Lucarne.Social.Profiles;
using Lucarne.Social.Settings;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Imports;

/// <summary>Reads an archive into an account: the one that it was read into before, an empty one, or a new one. Doing it again adds nothing.</summary>
internal sealed class ImportAccount(
    LucarneContext db, ImportWorks works, ImportExtras extras, ImportTalk talk, ImportLists lists, ChangePicture pictures, FeedPreferences preferences, MediaStore media,
    IPasswordHasher<Account> hasher, TimeProvider time)
{
    private const string AccountSection = "account";
    private const string SettingsSection = "settings";

    /// <summary>Sections of devices and of watching, which stay with the other installation.</summary>
    private static readonly string[] NotCarried = ["sessions", "passkeys", "watches"];

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
        await extras.RunAsync(archive, account.Id, tally, cancel);
        await lists.RunAsync(archive, account.Id, tally, cancel);
        await talk.RunAsync(archive, account.Id, tally, cancel);
        foreach (ExportedSection section in archive.Manifest.Sections.Where(s => NotCarried.Contains(s.Name) && s.Count > 0))
        {
            tally.Note($"{section.Name}: {section.Count} rows stay in the archive; they speak of devices and hours at the other installation");
        }

        await FinishAsync(archive, account.Id, password is not null, cancel);
        return new ImportReport(account.Id, account.Handle, password, tally.Sections, tally.Notes);
    }

    /// <summary>Notes that all was read, and shows an account that was made for it.</summary>
    private async Task FinishAsync(Archive archive, Guid accountId, bool made, CancellationToken cancel)
    {
        DateTimeOffset now = time.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Imports.Where(i => i.SourceAccountId == archive.Manifest.AccountId).ExecuteUpdateAsync(set => set.SetProperty(i => i.FinishedAt, now), cancel);
        if (made)
        {
            await db.Accounts.Where(a => a.Id == accountId).ExecuteUpdateAsync(set => set.SetProperty(a => a.ClosedAt, (DateTimeOffset?)null), cancel);
        }

        await transaction.CommitAsync(cancel);
    }

    private async Task<(Account Account, string? Password)> PlaceAsync(Archive archive, string? handle, ImportTally tally, CancellationToken cancel)
    {
        AccountRecord record = await archive.FirstAsync<AccountRecord>(AccountSection, cancel) ?? throw new ArchiveException("the archive holds no account");
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

            tally.Count(AccountSection, Fate.Present);
            return (known, await ResumeAsync(before, known, record, archive, tally, cancel));
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
            password = Draw(account);
            // Hidden until all of it is there: nobody meets half an account.
            account.ClosedAt = time.GetUtcNow();
            db.Accounts.Add(account);
        }

        SettingsRecord? settings = null;
        if (there is null || there.Id != record.Id)
        {
            settings = await FillAsync(account, record, archive, tally, cancel);
        }

        db.Imports.Add(new Import
        {
            SourceAccountId = record.Id,
            AccountId = account.Id,
            Origin = TextHygiene.Truncate(TextHygiene.CleanLine(archive.Manifest.Origin), Import.OriginMaxLength),
            CreatedAt = time.GetUtcNow(),
        });
        await db.SaveChangesAsync(cancel);
        tally.Count(AccountSection, there?.Id == record.Id ? Fate.Present : Fate.Added);
        if (settings?.DefaultTab is { } tab)
        {
            await preferences.WriteAsync(
                account.Id, new FeedPreferencesView(tab, settings.FeedOriginals ?? false, settings.FeedSince ?? FeedAge.Any, settings.FeedUnseen ?? false), cancel);
        }

        if (there is null || there.Id != record.Id)
        {
            await PicturesAsync(account, record, archive, tally, cancel);
        }

        return (account, password);
    }

    /// <summary>Goes on with an import that was stopped. The password of an account that was made for it was never told to anyone: another one is drawn.</summary>
    private async Task<string?> ResumeAsync(Import before, Account account, AccountRecord record, Archive archive, ImportTally tally, CancellationToken cancel)
    {
        if (before.FinishedAt is not null || account.ClosedAt is null || await db.Sessions.AnyAsync(s => s.AccountId == account.Id, cancel)
            || await db.Erasures.AnyAsync(e => e.AccountId == account.Id, cancel))
        {
            return null;
        }

        string password = Draw(account);
        await db.SaveChangesAsync(cancel);
        await PicturesAsync(account, record, archive, tally, cancel);
        return password;
    }

    private string Draw(Account account)
    {
        string password = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(15));
        account.PasswordHash = hasher.HashPassword(account, password);
        return password;
    }

    /// <summary>Sets the picture and the cover, made anew from those of the archive.</summary>
    private async Task PicturesAsync(Account account, AccountRecord record, Archive archive, ImportTally tally, CancellationToken cancel)
    {
        foreach ((ProfileImage image, string? name, string? present) in
            ((ProfileImage, string?, string?)[])[(ProfileImage.Picture, record.Picture, account.Picture), (ProfileImage.Cover, record.Cover, account.Cover)])
        {
            if (name is null || present is not null)
            {
                continue;
            }

            using WorkFolder work = media.CreateWork($"import-{Guid.CreateVersion7(time.GetUtcNow()):N}");
            string path = Path.Combine(work.Path, "sent");
            try
            {
                await archive.CopyMediaAsync(name, path, ChangePicture.MaxBytes, cancel);
                await using FileStream file = File.OpenRead(path);
                if (await pictures.UploadAsync(account.Id, image, file, cancel) is { } refused)
                {
                    tally.Note($"{AccountSection}: {refused.Detail}");
                }
            }
            catch (ArchiveException error)
            {
                tally.Note($"{AccountSection}: {error.Message}");
            }
        }
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

    private static async Task<SettingsRecord?> FillAsync(Account account, AccountRecord record, Archive archive, ImportTally tally, CancellationToken cancel)
    {
        account.Bio = ProfileRules.ReadBio(record.Bio).TryGet(out string? bio, out _) && bio.Length > 0 ? bio : account.Bio;
        account.Location = ProfileRules.ReadLocation(record.Location).TryGet(out string? location, out _) && location.Length > 0 ? location : account.Location;
        account.Links = ProfileRules.ReadLinks(record.Links).TryGet(out string? links, out _) ? links : account.Links;
        SettingsRecord? settings = await archive.FirstAsync<SettingsRecord>(SettingsSection, cancel);
        if (settings is not null)
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
            tally.Count(SettingsSection, Fate.Added);
        }

        return settings;
    }
}
