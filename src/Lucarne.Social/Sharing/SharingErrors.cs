using Lucarne.Social.Http;

namespace Lucarne.Social.Sharing;

/// <summary>Refusals of what other sites ask.</summary>
public static class SharingErrors
{
    public static readonly Problem AddressUnknown = new(404, "embed_address_unknown", "This address can't be embedded", "Send the address of a post of this installation, such as /p/ followed by its id.");

    public static readonly Problem SizeInvalid = new(400, "embed_size_invalid", "This size can't be used", "Ask for at least 100 pixels each way.");

    public static readonly Problem DownloadNotAllowed = new(403, "download_not_allowed", "This post can't be downloaded", "Its author keeps downloads to others, or to none; it can be watched and shared by its link.");

    public static readonly Problem DownloadKindUnknown = new(400, "download_kind_unknown", "There is no such file", "Ask for film, small, end_card or animated.");

    public static readonly Problem RenditionsBusy = new(503, "renditions_busy", "Too many files are being prepared", "Try again in a few seconds.");

    public static readonly Problem RenditionFailed = new(503, "rendition_failed", "This file could not be made", "The film itself can still be downloaded; the server's log says what went wrong.");

    public static readonly Problem FormatNotSupported = new(501, "embed_format_not_supported", "This format is not offered", "Ask for format=json.");
}
