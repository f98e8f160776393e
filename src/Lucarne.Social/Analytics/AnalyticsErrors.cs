using Lucarne.Social.Http;

namespace Lucarne.Social.Analytics;

/// <summary>Refusals of analytics.</summary>
public static class AnalyticsErrors
{
    public static readonly Problem DaysInvalid = new(400, "analytics_days_invalid", "That many days can't be shown", "Ask for 1 to 365 days.");
}
