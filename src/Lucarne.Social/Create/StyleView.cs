using Lucarne.Social.Instance;
using Lucarne.Studio.Engines;

namespace Lucarne.Social.Create;

/// <summary>A look that can be chosen beside the prompt.</summary>
/// <param name="Id">What a generation's <c>style</c> takes.</param>
/// <param name="Name">Its name.</param>
/// <param name="ThumbnailUrl">A still of the same scene in every look, WebP, 3:4.</param>
public sealed record StyleView(string Id, StyleNameView Name, string ThumbnailUrl)
{
    /// <summary>Every style, in the order in which they are offered.</summary>
    internal static IReadOnlyList<StyleView> All { get; } =
        [.. StylePreset.All.Select(style => new StyleView(style.Id, new StyleNameView(style.English, style.French), $"/api/styles/{style.Id}/thumbnail.webp?v={InstanceEndpoints.Version}"))];
}

/// <summary>The looks that this installation offers.</summary>
/// <param name="Items">In the order in which they are offered.</param>
public sealed record StylesView(IReadOnlyList<StyleView> Items);

/// <summary>A name in the languages of the product.</summary>
/// <param name="En">English.</param>
/// <param name="Fr">French.</param>
public sealed record StyleNameView(string En, string Fr);
