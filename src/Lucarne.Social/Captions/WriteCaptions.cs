using System.Text.RegularExpressions;
using Lucarne.Media;
using Lucarne.Media.Encoding;
using Lucarne.Media.Storage;
using Lucarne.Safety.Text;
using Lucarne.Social.Data;
using Lucarne.Social.Http;
using Lucarne.Social.Posts;
using Lucarne.Social.Sharing;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Captions;

/// <summary>Captions in one language.</summary>
/// <param name="Vtt">A WebVTT or SubRip (<c>.srt</c>) file of at most 200,000 characters and 2,000 captions. Styles, positions and markup are left out.</param>
public sealed record WriteCaptionsRequest(string Vtt);

/// <summary>Captions as a file.</summary>
/// <param name="Text">What it holds.</param>
/// <param name="FileName">Name that a person recognises.</param>
/// <param name="ContentType">MIME type.</param>
internal sealed record CaptionsFile(string Text, string FileName, string ContentType);

/// <summary>Keeps the captions that authors write for their posts.</summary>
internal sealed partial class WriteCaptions(LucarneContext db, ReadPost posts, MediaStore store, TimeProvider time)
{
    /// <summary>Stands for the language of captions that the engine made: what the film itself says.</summary>
    public const string Spoken = "spoken";

    /// <summary>Writes the captions of one language, in place of those that were.</summary>
    public async Task<Outcome<PostView>> SetAsync(Guid accountId, Guid postId, string language, WriteCaptionsRequest request, CancellationToken cancel)
    {
        if (!Read(language, request.Vtt).TryGet(out string? text, out Problem? problem))
        {
            return problem;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        Post? post = await db.Posts.AsNoTracking().SingleOrDefaultAsync(p => p.Id == postId && p.AuthorId == accountId, cancel);
        if (post is null)
        {
            return PostsErrors.PostNotFound;
        }

        PostCaption? present = await db.PostCaptions.SingleOrDefaultAsync(c => c.PostId == postId && c.Language == language, cancel);
        if (present is not null)
        {
            (present.Text, present.UpdatedAt) = (text, time.GetUtcNow());
        }
        else if (await db.PostCaptions.CountAsync(c => c.PostId == postId, cancel) >= PostCaption.MaxPerPost)
        {
            return CaptionsErrors.TooMany;
        }
        else
        {
            db.PostCaptions.Add(new PostCaption { PostId = postId, Language = language, Text = text, UpdatedAt = time.GetUtcNow() });
        }

        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return (await PostQueries.DescribeAsync(db, [post], accountId, cancel))[0];
    }

    /// <summary>The captions as they are kept, or why they can't be.</summary>
    internal static Outcome<string> Read(string language, string vtt)
    {
        if (!LanguageTag().IsMatch(language))
        {
            return CaptionsErrors.LanguageInvalid;
        }

        bool isSubRip = vtt.Length <= WebVttReader.MaxCharacters && SubRip.Is(vtt);
        if (!WebVttReader.TryRead(isSubRip ? SubRip.ToWebVtt(vtt) : vtt, out IReadOnlyList<Caption>? captions, out int line))
        {
            int own = isSubRip ? line - 1 : line;
            return line == 0 ? CaptionsErrors.Invalid.For("vtt") : (CaptionsErrors.Invalid with
            {
                Detail = FormattableString.Invariant($"Line {own} can't be read. A caption is a line such as 00:01.000 --> 00:02.500, its text, and an empty line; a WebVTT file starts with WEBVTT."),
            }).For(FormattableString.Invariant($"vtt.lines[{own}]"));
        }

        return WebVtt.Write(captions.Select(c => c with { Text = TextHygiene.CleanParagraphs(c.Text) }));
    }

    /// <summary>Takes the captions of one language away. Null, or <see cref="CaptionsErrors.NotFound"/>.</summary>
    public async Task<Problem?> DeleteAsync(Guid accountId, Guid postId, string language, CancellationToken cancel)
        => await db.PostCaptions.Where(c => c.PostId == postId && c.Language == language && db.Posts.Any(p => p.Id == postId && p.AuthorId == accountId))
            .ExecuteDeleteAsync(cancel) == 1 ? null : CaptionsErrors.NotFound;

    /// <summary>The WebVTT file of one language, for whoever may open the post; null where there is none.</summary>
    public Task<string?> ReadAsync(Guid? viewerId, Guid postId, string language, CancellationToken cancel)
    {
        IQueryable<Post> visible = PostQueries.VisibleTo(db, viewerId);
        return db.PostCaptions.Where(c => c.PostId == postId && c.Language == language && visible.Any(p => p.Id == postId)).Select(c => c.Text).SingleOrDefaultAsync(cancel);
    }

    /// <summary>Captions as a file: of one language, or what the film itself says.</summary>
    /// <param name="viewerId">Who asks; null when signed out.</param>
    /// <param name="postId">The post.</param>
    /// <param name="language">Language tag, or <see cref="Spoken"/>.</param>
    /// <param name="isSubRip">True for SubRip, false for WebVTT.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<Outcome<CaptionsFile>> SaveAsync(Guid? viewerId, Guid postId, string language, bool isSubRip, CancellationToken cancel)
    {
        if (!(await posts.RunAsync(postId, viewerId, cancel)).TryGet(out PostView? post, out _))
        {
            return CaptionsErrors.NotFound;
        }

        string? vtt = language == Spoken ? await ReadSpokenAsync(post.Video.CaptionsUrl, cancel) : await ReadAsync(viewerId, postId, language, cancel);
        if (vtt is null || !WebVttReader.TryRead(vtt, out IReadOnlyList<Caption>? captions, out _))
        {
            return CaptionsErrors.NotFound;
        }

        string name = $"{DownloadPost.Words(post.Title ?? post.Prompt)}-by-{post.Author.Handle}{(language == Spoken ? "" : $".{language}")}";
        return isSubRip ? new CaptionsFile(SubRip.Write(captions), $"{name}.srt", "application/x-subrip") : new CaptionsFile(vtt, $"{name}.vtt", "text/vtt");
    }

    private async Task<string?> ReadSpokenAsync(string? url, CancellationToken cancel)
        => url is not null && MediaReference.TryParse(url[(url.LastIndexOf('/') + 1)..], out MediaReference reference) && store.Find(reference) is { } path
            ? await File.ReadAllTextAsync(path, cancel)
            : null;

    [GeneratedRegex(@"\A[a-z]{2,3}(-[a-z0-9]{2,8}){0,1}\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 200)]
    private static partial Regex LanguageTag();
}
