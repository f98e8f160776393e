using Lucarne.Social.Http;

namespace Lucarne.Social.Search;

/// <summary>Refusals of search.</summary>
public static class SearchErrors
{
    public static readonly Problem QueryInvalid = new(400, "search_query_invalid", "The question can't be used", "Ask with q= and 1 to 200 characters.");

    public static readonly Problem FilterInvalid = new(400, "search_filter_invalid", "The filter can't be used", "Use shape=portrait, landscape or square; window=day, week, month, year or all; order=best or newest.");
}
