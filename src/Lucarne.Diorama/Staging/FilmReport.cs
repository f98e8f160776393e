using System.Collections.Immutable;

namespace Lucarne.Diorama.Staging;

/// <summary>What a film shows of its screenplay, honestly.</summary>
/// <param name="Shown">Concepts that are on screen as asked, in order.</param>
/// <param name="Substituted">Concepts of which a relative is shown.</param>
/// <param name="NotShown">What was understood but is not on screen or is not acted, with the reason.</param>
public sealed record FilmReport(ImmutableArray<string> Shown, ImmutableArray<Substitution> Substituted, ImmutableArray<NotShown> NotShown);

/// <summary>A relative shown in place of what was asked.</summary>
/// <param name="Asked">Concept of the screenplay.</param>
/// <param name="Shown">Concept on screen.</param>
public sealed record Substitution(string Asked, string Shown);

/// <summary>Something understood that the film leaves out.</summary>
/// <param name="Concept">Concept or identifier of the subject.</param>
/// <param name="Reason">A sentence for the person who asked.</param>
public sealed record NotShown(string Concept, string Reason);

/// <summary>Gathers a <see cref="FilmReport"/> while shots are staged.</summary>
internal sealed class ReportBuilder
{
    private readonly List<string> _shown = [];
    private readonly List<Substitution> _substituted = [];
    private readonly List<NotShown> _notShown = [];

    public void Shows(string concept)
    {
        if (!_shown.Contains(concept))
        {
            _shown.Add(concept);
        }
    }

    public void Substitutes(string asked, string shown)
    {
        Substitution substitution = new(asked, shown);
        if (!_substituted.Contains(substitution))
        {
            _substituted.Add(substitution);
        }
    }

    public void Omits(string concept, string reason)
    {
        NotShown notShown = new(concept, reason);
        if (!_notShown.Contains(notShown))
        {
            _notShown.Add(notShown);
        }
    }

    public FilmReport Build() => new([.. _shown], [.. _substituted], [.. _notShown]);
}
