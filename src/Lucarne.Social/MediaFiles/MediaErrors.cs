using Lucarne.Social.Http;

namespace Lucarne.Social.MediaFiles;

/// <summary>Refusals of media files.</summary>
public static class MediaErrors
{
    public static readonly Problem MediaNotFound = new(404, "media_not_found", "There is no such file", "It may have been deleted, or belong to a draft of someone else.");
}
