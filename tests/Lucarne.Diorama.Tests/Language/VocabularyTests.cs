using Lucarne.Diorama.Language;

namespace Lucarne.Diorama.Tests.Language;

public class VocabularyTests
{
    [Fact]
    public void Every_concept_leads_to_a_root_of_its_kind()
    {
        foreach (var concept in Vocabulary.Concepts)
        {
            foreach (var name in Vocabulary.Lineage(concept.Name))
            {
                Vocabulary.Find(name).ShouldNotBeNull($"an ancestor of {concept.Name}").Kind.ShouldBe(concept.Kind);
            }
        }
    }

    [Fact]
    public void What_a_concept_implies_is_in_the_vocabulary()
    {
        var pairs = Vocabulary.Concepts.SelectMany(concept => concept.Implied.Select(pair => (concept.Name, pair.Key, pair.Value)));
        foreach (var (concept, key, value) in pairs)
        {
            key.ShouldBeOneOf("colour", "material", "quality", "setting", "ground", "above", "surface", "weak", "floats", "undergone");
            if (key is "setting" or "ground" or "above" or "undergone")
            {
                Vocabulary.Find(value).ShouldNotBeNull($"{key} of {concept}");
            }
        }
    }

    [Fact]
    public void The_vocabulary_is_wide_in_both_languages()
    {
        int Words(ConceptKind kind, string language) => Vocabulary.Concepts.Where(concept => concept.Kind == kind).Sum(concept => concept.Words[language].Length);
        foreach (var language in (ReadOnlySpan<string>)["en", "fr"])
        {
            Words(ConceptKind.Thing, language).ShouldBeGreaterThan(1_000);
            Words(ConceptKind.Place, language).ShouldBeGreaterThan(150);
            Words(ConceptKind.Action, language).ShouldBeGreaterThan(250);
        }

        Vocabulary.Concepts.Count(concept => concept.Kind == ConceptKind.Thing).ShouldBeGreaterThan(500);
    }

    /// <summary>Every dictionary form, asked for as a prompt of its own, is known.</summary>
    [Theory]
    [InlineData("en", "here is the ")]
    [InlineData("fr", "voici une ")]
    public void Every_noun_can_be_asked_for(string language, string article)
    {
        var missed = new List<string>();
        foreach (var word in Vocabulary.Concepts.Where(concept => concept.Kind != ConceptKind.Action).SelectMany(concept => concept.Words[language]))
        {
            if (PromptReader.Read(article + word, 5).Screenplay!.NotUnderstood.Any())
            {
                missed.Add(word);
            }
        }

        missed.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("golden-retriever", "animal", true)]
    [InlineData("gallop", "move", true)]
    [InlineData("cat", "dog", false)]
    [InlineData("no such concept", "thing", false)]
    public void A_kind_is_its_ancestors(string concept, string ancestor, bool expected) => Vocabulary.IsA(concept, ancestor).ShouldBe(expected);
}
