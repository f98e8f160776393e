using Lucarne.Social.Http;

namespace Lucarne.Social.Exports;

/// <summary>Refusals of exports.</summary>
public static class ExportsErrors
{
    public static readonly Problem ExportInProgress = new(409, "export_in_progress", "An export is already being made", "Wait until it is ready, or delete it first.");

    public static readonly Problem ExportNotFound = new(404, "export_not_found", "There is no such export", "It may have expired or been deleted; ask for a new one.");

    public static readonly Problem ExportNotReady = new(409, "export_not_ready", "This export is not ready", "Wait until its status is ready, then download it.");
}
