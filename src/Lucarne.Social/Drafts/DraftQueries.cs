using Lucarne.Social.Data;
using Lucarne.Studio.Generations;

namespace Lucarne.Social.Drafts;

/// <summary>Queries over drafts that other features ask too.</summary>
internal static class DraftQueries
{
    /// <summary>Finished drafts of an account that it has not opened.</summary>
    public static IQueryable<Draft> Unread(LucarneContext db, Guid accountId)
        => db.Drafts.Where(d => d.OwnerId == accountId && d.ReadAt == null
            && db.Generations.Any(g => g.Id == d.GenerationId && g.Status == GenerationStatus.Completed));
}
