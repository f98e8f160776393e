using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lucarne.Social.Analytics;

/// <summary>Days as a table for spreadsheets (RFC 4180).</summary>
internal static class AnalyticsCsv
{
    /// <summary>A file of one line a day.</summary>
    /// <param name="name">File name without its extension.</param>
    /// <param name="days">The days.</param>
    public static FileContentHttpResult Of(string name, IEnumerable<AnalyticsDay> days)
    {
        StringBuilder text = new("date,views,watch_seconds,likes,followers_gained,shares\r\n");
        foreach (AnalyticsDay day in days)
        {
            text.Append(CultureInfo.InvariantCulture, $"{day.Date:yyyy-MM-dd},{day.Views},{day.WatchSeconds},{day.Likes},{day.Followers},{day.Shares}\r\n");
        }

        return TypedResults.File(Encoding.UTF8.GetBytes(text.ToString()), "text/csv; charset=utf-8", $"{name}.csv");
    }
}
