using System.Text;
using Lucarne.Media.Storage;
using Lucarne.Social.Data;
using Lucarne.Social.Posts;
using Lucarne.Studio.Generations;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Sharing;

/// <summary>A video to keep.</summary>
/// <param name="Path">The file.</param>
/// <param name="FileName">Name that a person recognises: <c>fox-at-dusk-by-ada.mp4</c>.</param>
internal sealed record Download(string Path, string FileName);

/// <summary>Finds the file of a post that the viewer may open.</summary>
internal sealed class DownloadPost(LucarneContext db, MediaStore store)
{
    private const int WordsMaxLength = 60;

    /// <summary>The file; null where there is no such post for the viewer.</summary>
    public async Task<Download?> FindAsync(Guid? viewerId, Guid postId, CancellationToken cancel)
    {
        var post = await PostQueries.VisibleTo(db, viewerId).Where(p => p.Id == postId).Select(p => new
        {
            p.Title,
            Handle = db.Accounts.Where(a => a.Id == p.AuthorId).Select(a => a.Handle).First(),
            Prompt = db.Generations.Where(g => g.Id == p.GenerationId).Select(g => g.Prompt).First(),
            Video = db.Artefacts.AsNoTracking().Where(a => a.GenerationId == p.GenerationId && a.Name == Artefact.Video).First(),
        }).SingleOrDefaultAsync(cancel);
        return post is not null && store.Find(post.Video.Reference) is { } path
            ? new Download(path, $"{Words(post.Title ?? post.Prompt)}-by-{post.Handle}.mp4")
            : null;
    }

    /// <summary>Letters and digits of a text, its words joined by hyphens: safe in a file name on any system.</summary>
    internal static string Words(string text)
    {
        StringBuilder words = new();
        foreach (Rune rune in text.Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            if (words.Length >= WordsMaxLength)
            {
                break;
            }

            if (Rune.IsLetterOrDigit(rune))
            {
                words.Append(Rune.ToLowerInvariant(rune).ToString());
            }
            else if (words.Length > 0 && words[^1] != '-')
            {
                words.Append('-');
            }
        }

        string name = words.ToString().Trim('-');
        return name.Length == 0 ? "film" : name;
    }
}
