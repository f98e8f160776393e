namespace Lucarne.Diorama.Language;

/// <summary>What a word may be in a sentence.</summary>
internal enum WordClass : byte
{
    Noun, Verb, Colour, Material, Size, Quality, Manner, Speed,
    Time, Weather, Camera, CameraNoun, Style, Timing, Collective,
    Determiner, Possessive, Number, Quantifier, Preposition, Of, And, Clause, Relative, Pronoun, Anaphor,
    Negation, Auxiliary, Like, Owner, ShotBreak, Measure, Function,
}

/// <summary>The form of a word, as far as the grammar asks.</summary>
[Flags]
internal enum WordForm : byte
{
    None = 0,
    Plural = 1,

    /// <summary>Base form of an English verb, infinitive of a French one.</summary>
    Base = 2,

    /// <summary>A finite form that cannot be anything else: "falls", "tombe".</summary>
    Finite = 4,

    /// <summary>"falling", "tombant".</summary>
    Gerund = 8,

    /// <summary>Past participle, and in English the past tense.</summary>
    Past = 16,
}

/// <summary>One reading of a word.</summary>
/// <param name="Class">What it may be in a sentence.</param>
/// <param name="Concept">What it means; for function words, which one it is.</param>
/// <param name="Value">The number that goes with it: a count, a scale, a strength.</param>
/// <param name="Form">Its form.</param>
/// <param name="Direction">The direction that a verb has of its own towards its object; null for none.</param>
internal readonly record struct Sense(WordClass Class, string Concept, float Value = 0, WordForm Form = WordForm.None, string? Direction = null);
