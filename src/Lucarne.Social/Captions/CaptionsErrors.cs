using Lucarne.Social.Http;

namespace Lucarne.Social.Captions;

/// <summary>Refusals of captions.</summary>
public static class CaptionsErrors
{
    public static readonly Problem Invalid = new(400, "captions_invalid", "These captions can't be read", "Send a WebVTT or SubRip file of at most 200,000 characters, 2,000 captions and 500 characters a caption.");

    public static readonly Problem LanguageInvalid = new(400, "caption_language_invalid", "This language can't be used", "Use a language tag in lower case, such as en, fr or pt-br.");

    public static readonly Problem NotFound = new(404, "captions_not_found", "There are no such captions", "The post has none in this language, or is not there.");

    public static readonly Problem FormatUnknown = new(400, "captions_format_unknown", "There is no such format", "Ask for vtt or srt.");

    public static readonly Problem TooMany = new(409, "too_many_captions", "This post has enough captions", "A post has captions in at most 20 languages; delete one first.");
}
