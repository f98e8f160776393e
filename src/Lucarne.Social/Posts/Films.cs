using Lucarne.Social.Create;
using Lucarne.Social.Data;
using Lucarne.Social.Topics;
using Lucarne.Studio.Generations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace Lucarne.Social.Posts;

/// <summary>What a post shows: never changes once its generation is complete, so that it need be read once only.</summary>
/// <param name="Video">The files.</param>
/// <param name="Prompt">What its author asked for.</param>
/// <param name="Engine">Id of the engine that made it.</param>
/// <param name="FromPicture">True where it starts from a picture.</param>
/// <param name="Topics">What it is about.</param>
internal sealed record Film(VideoView Video, string Prompt, string Engine, bool FromPicture, FilmTopics Topics);

/// <summary>The films of posts, by generation; the most recently used stay in memory. Who may see one is never asked here: whoever asks has found a post that shows it.</summary>
internal sealed class Films : IDisposable
{
    private const int MostKept = 20_000;
    private readonly MemoryCache _films = new(new MemoryCacheOptions { SizeLimit = MostKept });

    /// <summary>The films of completed generations.</summary>
    public async Task<Dictionary<Guid, Film>> FindAsync(LucarneContext db, IEnumerable<Guid> generationIds, CancellationToken cancel)
    {
        Dictionary<Guid, Film> films = [];
        List<Guid> unknown = [];
        foreach (Guid id in generationIds)
        {
            if (_films.TryGetValue(id, out Film? film))
            {
                films[id] = film!;
            }
            else
            {
                unknown.Add(id);
            }
        }

        if (unknown.Count > 0)
        {
            List<Generation> generations = await db.Generations.AsNoTracking().Where(g => unknown.Contains(g.Id)).Include(g => g.Artefacts.Where(a => VideoView.Files.Contains(a.Name))).ToListAsync(cancel);
            foreach (Generation generation in generations)
            {
                VideoView video = VideoView.Of(generation, generation.Artefacts) ?? throw new InvalidOperationException($"Films: the generation {generation.Id} of a post has no completed video");
                Film read = new(video, generation.Prompt, generation.Engine, generation.FirstImageId is not null, FilmTopics.Of(generation.Prompt, generation.ScreenplayJson));
                films[generation.Id] = _films.Set(generation.Id, read, new MemoryCacheEntryOptions { Size = 1 });
            }
        }

        return films;
    }

    /// <inheritdoc/>
    public void Dispose() => _films.Dispose();
}
