using System.Globalization;
using System.Text;

namespace Lucarne.Media.Encoding;

/// <summary>Writes captions as WebVTT.</summary>
public static class WebVtt
{
    /// <summary>The file's text. Markup in a line is escaped; line breaks become spaces.</summary>
    public static string Write(IEnumerable<Caption> captions)
    {
        ArgumentNullException.ThrowIfNull(captions);
        StringBuilder text = new("WEBVTT\n");
        foreach (Caption caption in captions.OrderBy(c => c.StartSeconds))
        {
            string line = string.Join(' ', caption.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                .Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
            text.Append(CultureInfo.InvariantCulture, $"\n{Time(caption.StartSeconds)} --> {Time(caption.EndSeconds)}\n{line}\n");
        }

        return text.ToString();
    }

    private static string Time(double seconds) => TimeSpan.FromSeconds(Math.Max(0, seconds)).ToString(@"hh\:mm\:ss\.fff", CultureInfo.InvariantCulture);
}
