using Lucarne.Social.Http;

namespace Lucarne.Social.Sharing;

/// <summary>Refusals of what other sites ask.</summary>
public static class SharingErrors
{
    public static readonly Problem AddressUnknown = new(404, "embed_address_unknown", "This address can't be embedded", "Send the address of a post of this installation, such as /p/ followed by its id.");

    public static readonly Problem SizeInvalid = new(400, "embed_size_invalid", "This size can't be used", "Ask for at least 100 pixels each way.");

    public static readonly Problem FormatNotSupported = new(501, "embed_format_not_supported", "This format is not offered", "Ask for format=json.");
}
