using Lucarne.Social.Http;

namespace Lucarne.Social.Collections;

/// <summary>Refusals of collections.</summary>
public static class CollectionsErrors
{
    public static readonly Problem NotFound = new(404, "collection_not_found", "There is no such collection", "It may have been deleted, or be someone's own.");

    public static readonly Problem NameInvalid = new(400, "collection_name_invalid", "This name can't be used", "Use 1 to 60 visible characters.");

    public static readonly Problem DescriptionTooLong = new(400, "collection_description_too_long", "The description is too long", "Use at most 500 characters.");

    public static readonly Problem TooMany = new(409, "too_many_collections", "You have enough collections", "Delete one that you don't need first; 200 are possible.");

    public static readonly Problem Full = new(409, "collection_full", "This collection is full", "A collection holds at most 500 posts; take one out first.");
}
