using QRCoder;

namespace Lucarne.Social.Sharing;

/// <summary>QR codes of addresses.</summary>
internal static class QrCode
{
    private const int PixelsPerModule = 8;

    /// <summary>As SVG.</summary>
    public static string Svg(string address)
    {
        using QRCodeGenerator generator = new();
        using QRCodeData data = generator.CreateQrCode(address, QRCodeGenerator.ECCLevel.M);
        using SvgQRCode code = new(data);
        return code.GetGraphic(PixelsPerModule, "#0c0d10", "#ffffff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute);
    }

    /// <summary>As PNG.</summary>
    public static byte[] Png(string address)
    {
        using QRCodeGenerator generator = new();
        using QRCodeData data = generator.CreateQrCode(address, QRCodeGenerator.ECCLevel.M);
        using PngByteQRCode code = new(data);
        return code.GetGraphic(PixelsPerModule);
    }
}
