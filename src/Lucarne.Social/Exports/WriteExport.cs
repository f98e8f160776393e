using System.IO.Compression;
using System.Text.Json;
using Lucarne.Media.Storage;
using Lucarne.Social.Data;
using Lucarne.Social.Edits;
using Lucarne.Social.FirstImages;
using Lucarne.Studio.Generations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Lucarne.Social.Exports;

/// <summary>Writes an account's archive: a zip of JSON documents and media, straight to the disk.</summary>
internal sealed class WriteExport(IDbContextFactory<LucarneContext> contexts, MediaStore media, IOptions<SocialOptions> options, TimeProvider time)
{
    /// <summary>Share of the work that the documents are, out of the whole.</summary>
    private const double DocumentsShare = 0.05;

    private const int CopyBytes = 1 << 16;

    /// <summary>Writes the archive.</summary>
    /// <param name="accountId">Whose.</param>
    /// <param name="path">Where to; replaced if it exists.</param>
    /// <param name="progress">Told the share that is written, 0 to 1, often; it may throw to stop the work.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="IOException">The disk is full or fails.</exception>
    public async Task RunAsync(Guid accountId, string path, Func<double, Task> progress, CancellationToken cancel)
    {
        DateTimeOffset now = time.GetUtcNow();
        await using FileStream file = new(path, FileMode.Create, FileAccess.ReadWrite, FileShare.None, CopyBytes, useAsync: true);
        await using (ZipArchive zip = await ZipArchive.CreateAsync(file, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancel))
        {
            List<ExportedSection> sections = [];
            foreach (ExportSection section in ExportSections.All)
            {
                await using LucarneContext db = await contexts.CreateDbContextAsync(cancel);
                await using Stream document = await OpenAsync(zip, section.File, CompressionLevel.Optimal, now, cancel);
                sections.Add(new ExportedSection(section.Name, section.File, await section.WriteAsync(document, db, accountId, cancel)));
                await progress(DocumentsShare * sections.Count / ExportSections.All.Count);
            }

            (List<ExportedFile> files, List<string> missing) = await WriteMediaAsync(zip, accountId, now, progress, cancel);
            string handle = await ReadHandleAsync(accountId, cancel);
            await using Stream manifest = await OpenAsync(zip, ExportManifest.FileName, CompressionLevel.Optimal, now, cancel);
            await JsonSerializer.SerializeAsync(
                manifest,
                new ExportManifest(
                    ExportManifest.FormatName, ExportManifest.CurrentVersion, options.Value.PublicUrl?.TrimEnd('/') ?? "", options.Value.Name, accountId, handle, now, sections, files, missing),
                ExportJson.Options,
                cancel);
        }

        file.Flush(flushToDisk: true);
        await progress(1);
    }

    /// <summary>Bytes of media that an account's archive holds.</summary>
    public async Task<long> EstimateAsync(Guid accountId, CancellationToken cancel)
    {
        await using LucarneContext db = await contexts.CreateDbContextAsync(cancel);
        return await MediaOf(db, accountId).SumAsync(a => a.SizeBytes, cancel) + await db.UploadedSounds.Where(s => s.OwnerId == accountId).SumAsync(s => s.SizeBytes, cancel)
            + await db.FirstImages.Where(i => i.OwnerId == accountId).SumAsync(i => i.SizeBytes, cancel);
    }

    private static IQueryable<Artefact> MediaOf(LucarneContext db, Guid accountId) => db.Artefacts
        .Where(a => ExportSections.CarriedFiles.Contains(a.Name) && db.Generations.Any(g => g.Id == a.GenerationId && g.OwnerId == accountId));

    private static async Task<Stream> OpenAsync(ZipArchive zip, string name, CompressionLevel level, DateTimeOffset now, CancellationToken cancel)
    {
        ZipArchiveEntry entry = zip.CreateEntry(name, level);
        entry.LastWriteTime = now;
        return await entry.OpenAsync(cancel);
    }

    private async Task<string> ReadHandleAsync(Guid accountId, CancellationToken cancel)
    {
        await using LucarneContext db = await contexts.CreateDbContextAsync(cancel);
        return await db.Accounts.Where(a => a.Id == accountId).Select(a => a.Handle).SingleAsync(cancel);
    }

    private async Task<(List<ExportedFile> Files, List<string> Missing)> WriteMediaAsync(
        ZipArchive zip, Guid accountId, DateTimeOffset now, Func<double, Task> progress, CancellationToken cancel)
    {
        long total = Math.Max(1, await EstimateAsync(accountId, cancel));
        await using LucarneContext db = await contexts.CreateDbContextAsync(cancel);
        List<ExportedFile> files = [];
        List<string> missing = [];
        HashSet<MediaReference> written = [];
        long done = 0;
        await foreach (MediaReference reference in ReferencesAsync(db, accountId).WithCancellation(cancel))
        {
            if (!written.Add(reference))
            {
                continue;
            }

            string name = ExportSections.PathOf(reference);
            if (media.Find(reference) is not { } path)
            {
                missing.Add(name);
                continue;
            }

            // Video, sound and pictures are compressed already.
            await using Stream entry = await OpenAsync(zip, name, CompressionLevel.NoCompression, now, cancel);
            await using FileStream source = new(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, CopyBytes, useAsync: true);
            await source.CopyToAsync(entry, CopyBytes, cancel);
            files.Add(new ExportedFile(name, reference.Sha256, source.Length));
            done += source.Length;
            await progress(Math.Min(1, DocumentsShare + ((1 - DocumentsShare) * done / total)));
        }

        return (files, missing);
    }

    /// <summary>Every file that the documents name.</summary>
    private static async IAsyncEnumerable<MediaReference> ReferencesAsync(LucarneContext db, Guid accountId)
    {
        await foreach (Artefact artefact in MediaOf(db, accountId).AsNoTracking().OrderBy(a => a.GenerationId).ThenBy(a => a.Name).AsAsyncEnumerable())
        {
            yield return artefact.Reference;
        }

        foreach (UploadedSound sound in await db.UploadedSounds.AsNoTracking().Where(s => s.OwnerId == accountId).ToListAsync())
        {
            yield return sound.Reference;
        }

        foreach (KeptFirstImage image in await db.FirstImages.AsNoTracking().Where(i => i.OwnerId == accountId).ToListAsync())
        {
            yield return image.Reference;
        }

        foreach (string? picture in await db.Accounts.Where(a => a.Id == accountId).Select(a => new[] { a.Picture, a.Cover }).SingleAsync())
        {
            if (MediaReference.TryParse(picture, out MediaReference reference))
            {
                yield return reference;
            }
        }
    }
}
