using Lucarne.Social.Http;

namespace Lucarne.Social.Watching;

/// <summary>Refusals of watch telemetry.</summary>
public static class WatchingErrors
{
    public static readonly Problem EventsInvalid = new(400, "watch_events_invalid", "The events can't be read", "Send 1 to 100 events.");
}
