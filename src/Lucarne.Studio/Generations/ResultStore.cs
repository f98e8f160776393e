using System.Text;
using Lucarne.Media.Storage;
using Lucarne.Studio.Encoding;
using Lucarne.Studio.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Studio.Generations;

/// <summary>Puts a film's files into the media store and their names into the database, and takes both away again.</summary>
/// <remarks>
/// Equal bytes are stored once, so a file goes only when no row names it any more. Keeping and deleting exclude each other within this process:
/// else a file could go between its storing and its naming.
/// </remarks>
internal sealed class ResultStore(MediaStore media, GenerationQueue queue, OpenStudioContext open) : IDisposable
{
    private readonly SemaphoreSlim _exclusive = new(1);

    /// <summary>Where the files are.</summary>
    public MediaStore Media => media;

    /// <inheritdoc/>
    public void Dispose() => _exclusive.Dispose();

    /// <summary>Stores a film and completes its generation. False when the lease is no longer held: nothing is kept then.</summary>
    public async Task<bool> KeepAsync(GenerationLease lease, ProducedFilm film, string? engineVersion, CancellationToken cancel)
    {
        await _exclusive.WaitAsync(cancel);
        List<Artefact> artefacts = [];
        bool completed = false;
        try
        {
            await PutAsync(lease.Generation.Id, film, artefacts, cancel);
            completed = await queue.CompleteAsync(lease, artefacts, engineVersion, cancel);
            return completed;
        }
        finally
        {
            if (!completed)
            {
                await RemoveUnnamedAsync(artefacts.Select(a => a.Reference));
            }

            _exclusive.Release();
        }
    }

    /// <summary>Stores a film that another installation made, as a completed generation.</summary>
    public async Task AdoptAsync(AdoptedFilm adopted, ProducedFilm film, CancellationToken cancel)
    {
        await _exclusive.WaitAsync(cancel);
        List<Artefact> artefacts = [];
        bool kept = false;
        try
        {
            await PutAsync(adopted.Id, film, artefacts, cancel);
            await using StudioContext db = open();
            db.Generations.Add(Generation.Completed(adopted, artefacts));
            await db.SaveChangesAsync(cancel);
            kept = true;
        }
        finally
        {
            if (!kept)
            {
                await RemoveUnnamedAsync(artefacts.Select(a => a.Reference));
            }

            _exclusive.Release();
        }
    }

    /// <summary>Deletes an ended generation of an owner with its files. False when there is none.</summary>
    public async Task<bool> DeleteAsync(Guid ownerId, Guid id, CancellationToken cancel)
    {
        await _exclusive.WaitAsync(cancel);
        try
        {
            await using StudioContext db = open();
            Generation? generation = await db.Generations.Include(g => g.Artefacts)
                .SingleOrDefaultAsync(g => g.Id == id && g.OwnerId == ownerId && g.FinishedAt != null, cancel);
            if (generation is null)
            {
                return false;
            }

            List<MediaReference> files = [.. generation.Artefacts.Select(a => a.Reference)];
            db.Generations.Remove(generation);
            await db.SaveChangesAsync(cancel);
            await RemoveUnnamedAsync(files);
            return true;
        }
        finally
        {
            _exclusive.Release();
        }
    }

    /// <summary>Adds one more file to a completed generation.</summary>
    /// <param name="generationId">The generation.</param>
    /// <param name="name">The artefact's name; where another process has added it meanwhile, that one stays.</param>
    /// <param name="path">The file, on the store's disk; gone afterwards.</param>
    /// <param name="replacing">How the names of those begin whose place it takes; null for none.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <returns>The artefact; null where there is no such generation any more.</returns>
    public async Task<Artefact?> AddAsync(Guid generationId, string name, string path, string? replacing, CancellationToken cancel)
    {
        await _exclusive.WaitAsync(cancel);
        List<MediaReference> surplus = [];
        try
        {
            StoredFile file = await media.PutAsync(path, cancel);
            surplus.Add(file.Reference);
            await using StudioContext db = open();
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            if (!await db.Generations.AnyAsync(g => g.Id == generationId && g.Status == GenerationStatus.Completed, cancel))
            {
                return null;
            }

            List<Artefact> others = await db.Artefacts.Where(a => a.GenerationId == generationId && (a.Name == name || (replacing != null && a.Name.StartsWith(replacing)))).ToListAsync(cancel);
            if (others.Find(a => a.Name == name) is { } present && media.Find(present.Reference) is not null)
            {
                return present;
            }

            surplus.AddRange(others.Select(a => a.Reference));
            db.Artefacts.RemoveRange(others);
            await db.SaveChangesAsync(cancel);
            Artefact added = new() { GenerationId = generationId, Name = name, Sha256 = file.Reference.Sha256, Extension = file.Reference.Extension, SizeBytes = file.SizeBytes };
            db.Artefacts.Add(added);
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
            return added;
        }
        finally
        {
            await RemoveUnnamedAsync(surplus);
            _exclusive.Release();
        }
    }

    private async Task PutAsync(Guid generationId, ProducedFilm film, List<Artefact> artefacts, CancellationToken cancel)
    {
        async Task<Artefact> KeepFileAsync(string name, string path)
        {
            StoredFile file = await media.PutAsync(path, cancel);
            Artefact artefact = new()
            {
                GenerationId = generationId,
                Name = name,
                Sha256 = file.Reference.Sha256,
                Extension = file.Reference.Extension,
                SizeBytes = file.SizeBytes,
            };
            artefacts.Add(artefact);
            return artefact;
        }

        // One playlist names segments as the live stream did, for players that are in it; the other one names them as the store does.
        // Copies are stored, so that those players miss nothing meanwhile.
        string copies = Directory.CreateDirectory(film.StreamFolder + "-stored").FullName;
        foreach (string path in Directory.EnumerateFiles(film.StreamFolder))
        {
            File.Copy(path, Path.Combine(copies, Path.GetFileName(path)));
        }

        string live = Path.Combine(copies, "index.m3u8");
        StringBuilder stored = new(await File.ReadAllTextAsync(live, cancel));
        foreach (string path in Directory.EnumerateFiles(copies).Where(p => p != live).Order(StringComparer.Ordinal).ToList())
        {
            string name = Path.GetFileName(path);
            Artefact segment = await KeepFileAsync("stream/" + name, path);
            stored.Replace($"\"{name}\"", $"\"{segment.Reference}\"").Replace($"\n{name}\n", $"\n{segment.Reference}\n");
        }

        string storedPath = Path.Combine(copies, "stored.m3u8");
        await File.WriteAllTextAsync(storedPath, stored.ToString(), cancel);
        await KeepFileAsync(Artefact.Playlist, live);
        await KeepFileAsync(Artefact.StoredPlaylist, storedPath);
        await KeepFileAsync(Artefact.Thumbnail, film.Files.ThumbnailPath);
        await KeepFileAsync(Artefact.ContactSheet, film.Files.ContactSheetPath);
        if (film.CaptionsPath is not null)
        {
            await KeepFileAsync(Artefact.Captions, film.CaptionsPath);
        }

        Artefact video = await KeepFileAsync(Artefact.Video, film.Files.VideoPath);
        if (film.Files.PreviewPath == film.Files.VideoPath)
        {
            artefacts.Add(new Artefact
            {
                GenerationId = generationId,
                Name = Artefact.Preview,
                Sha256 = video.Sha256,
                Extension = video.Extension,
                SizeBytes = video.SizeBytes,
            });
        }
        else
        {
            await KeepFileAsync(Artefact.Preview, film.Files.PreviewPath);
        }
    }

    private async Task RemoveUnnamedAsync(IEnumerable<MediaReference> files)
    {
        await using StudioContext db = open();
        foreach (MediaReference file in files.Distinct())
        {
            if (!await db.Artefacts.AnyAsync(a => a.Sha256 == file.Sha256 && a.Extension == file.Extension))
            {
                media.Delete(file);
            }
        }
    }
}
