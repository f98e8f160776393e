using Lucarne.Safety.Text;
using Lucarne.Social.Http;

namespace Lucarne.Social.Posts;

/// <summary>What an author writes about a post, cleaned and within its bounds; null where nothing is written.</summary>
/// <param name="Title">At most <see cref="Post.TitleMaxLength"/> characters, one line.</param>
/// <param name="Caption">At most <see cref="Post.CaptionMaxLength"/> characters.</param>
/// <param name="AltText">At most <see cref="Post.AltTextMaxLength"/> characters.</param>
internal sealed record PostText(string? Title, string? Caption, string? AltText)
{
    /// <summary>Cleans what was typed, or says which member is too long.</summary>
    public static Outcome<PostText> Read(string? title, string? caption, string? altText)
    {
        PostText text = new(Clean(title, TextHygiene.CleanLine), Clean(caption, TextHygiene.CleanParagraphs), Clean(altText, TextHygiene.CleanParagraphs));
        if (text.Title?.Length > Post.TitleMaxLength)
        {
            return PostsErrors.TitleTooLong.For("title");
        }

        if (text.Caption?.Length > Post.CaptionMaxLength)
        {
            return PostsErrors.CaptionTooLong.For("caption");
        }

        return text.AltText?.Length > Post.AltTextMaxLength ? PostsErrors.AltTextTooLong.For("altText") : text;
    }

    private static string? Clean(string? typed, Func<string, string> clean)
        => typed is null || clean(typed) is not { Length: > 0 } text ? null : text;
}
