namespace Lucarne.Diorama.Language;

/// <summary>The subjects of the whole film, so that "the ball" and "it" find the ball of an earlier shot.</summary>
internal sealed class SubjectRegistry(Func<string, bool>? canShow)
{
    private readonly List<SubjectDraft> _subjects = [];
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    public bool CanShow(string concept) => canShow is null || Vocabulary.Lineage(concept).Any(canShow);

    /// <param name="concept">Concept of the vocabulary.</param>
    /// <param name="words">The words that name it.</param>
    /// <param name="count">How many; clamped.</param>
    /// <param name="full">The shot holds no more subjects: this one is not shown, and not found again.</param>
    /// <param name="handle">Whom it casts.</param>
    public SubjectDraft Create(string concept, string words, int count, bool full, string? handle = null)
    {
        var number = _numbers[concept] = _numbers.GetValueOrDefault(concept) + 1;
        var subject = new SubjectDraft
        {
            Id = number == 1 ? concept : $"{concept}-{number}",
            Concept = concept,
            Words = words,
            Count = Math.Clamp(count, 1, PromptReader.MaxCount),
            Handle = handle,
            Hidden = full || !CanShow(concept),
        };
        if (!full)
        {
            _subjects.Add(subject);
        }

        return subject;
    }

    public SubjectDraft? WithHandle(string handle) => _subjects.Find(subject => subject.Handle == handle);

    /// <summary>The latest subject that a definite mention of the concept may mean: the same concept, or a kind of it.</summary>
    public SubjectDraft? Latest(string concept, AttributesDraft attributes) =>
        LastOf(subject => subject.Concept == concept && Agrees(subject, attributes)) ??
        LastOf(subject => Vocabulary.IsA(subject.Concept, concept) && Agrees(subject, attributes));

    /// <summary>The latest subject that meets a condition.</summary>
    public SubjectDraft? LastOf(Func<SubjectDraft, bool> condition) => _subjects.FindLast(subject => condition(subject));

    /// <summary>The same subjects to be spoken of anew: what is said of a copy leaves its original as it is.</summary>
    /// <param name="main">Whom "it" means; null for the latest one.</param>
    /// <returns>The registry of the copies, and the original of each.</returns>
    public (SubjectRegistry Fork, Dictionary<SubjectDraft, SubjectDraft> Originals) Fork(SubjectDraft? main)
    {
        SubjectRegistry fork = new(canShow);
        Dictionary<SubjectDraft, SubjectDraft> originals = [];
        foreach (var (concept, number) in _numbers)
        {
            fork._numbers[concept] = number;
        }

        foreach (var subject in _subjects.OrderBy(subject => subject == main))
        {
            var copy = new SubjectDraft { Id = subject.Id, Concept = subject.Concept, Words = subject.Words, Count = subject.Count, Handle = subject.Handle, Hidden = subject.Hidden };
            copy.Attributes.Add(subject.Attributes);
            fork._subjects.Add(copy);
            originals[copy] = subject;
        }

        return (fork, originals);
    }

    private static bool Agrees(SubjectDraft subject, AttributesDraft said) =>
        (said.Colours.Count == 0 || subject.Attributes.Colours.Count == 0 || said.Colours.Intersect(subject.Attributes.Colours, StringComparer.Ordinal).Any()) &&
        (said.Material is null || subject.Attributes.Material is null || said.Material == subject.Attributes.Material);
}
