using System.Diagnostics.CodeAnalysis;
using Lucarne.Media.Storage;
using Lucarne.Studio.Engines;

namespace Lucarne.Studio.Generations;

/// <summary>What <see cref="GenerationService.Create"/> is asked for.</summary>
public sealed record GenerationRequest : FilmRequest
{
    /// <summary>Opaque id of whom the generation belongs to.</summary>
    public required Guid OwnerId { get; init; }

    /// <summary>Picture in the media store that the film starts from; null for none. It takes the place of <see cref="FilmRequest.FirstImagePath"/>.</summary>
    public FirstImage? FirstImage { get; init; }

    /// <summary>Shared by the variants of one request; null for a request of one.</summary>
    public Guid? BatchId { get; init; }
}

/// <summary>A picture that a film starts from.</summary>
/// <param name="Id">Opaque id.</param>
/// <param name="File">Where the media store keeps it; the caller keeps it there as long as a generation names it.</param>
public sealed record FirstImage(Guid Id, MediaReference File);

/// <summary>The generation, or why there is none.</summary>
public sealed record CreateOutcome
{
    /// <summary>The row, added to the context and not yet saved; null when refused.</summary>
    public Generation? Generation { get; private init; }

    /// <summary>Why not; null when created.</summary>
    public Refusal? Refusal { get; private init; }

    /// <summary>True when there is a generation.</summary>
    [MemberNotNullWhen(true, nameof(Generation))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool Created => Generation is not null;

    internal static CreateOutcome Of(Generation generation) => new() { Generation = generation };

    internal static CreateOutcome Of(Refusal refusal) => new() { Refusal = refusal };
}
