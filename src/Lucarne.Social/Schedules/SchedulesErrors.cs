using Lucarne.Social.Http;

namespace Lucarne.Social.Schedules;

/// <summary>Refusals of schedules.</summary>
public static class SchedulesErrors
{
    public static readonly Problem TimeInvalid = new(400, "publish_at_invalid", "This time can't be used", "Choose a moment from now to a year ahead.");

    public static readonly Problem NotScheduled = new(404, "not_scheduled", "This draft is not scheduled", "It may have been published already, or its schedule was taken away.");

    public static readonly Problem TooMany = new(409, "too_many_scheduled", "You have scheduled enough", "Publish or cancel one of them first; 100 may wait at a time.");
}
