using System.Text.Json;
using Lucarne.Wan.Tokenizers;

namespace Lucarne.Wan.Tests;

public sealed class TokenizerTests
{
    [Theory]
    [InlineData("umt5_like")]
    [InlineData("plain")]
    public void Every_text_of_the_fixtures_gives_the_ids_of_sentencepiece(string name)
    {
        UnigramTokenizer tokenizer = new(SentencePieceModel.Load(Fixture.PathOf("tokenizer", name, "spiece.model")));
        using JsonDocument cases = JsonDocument.Parse(File.ReadAllText(Fixture.PathOf("tokenizer", name, "cases.json")));
        int end = cases.RootElement.GetProperty("eos_id").GetInt32(), compared = 0;
        foreach (JsonElement item in cases.RootElement.GetProperty("cases").EnumerateArray())
        {
            int[] expected = [.. item.GetProperty("ids").EnumerateArray().Select(id => id.GetInt32())];

            ((int[])[.. tokenizer.Encode(item.GetProperty("text").GetString()!), end]).ShouldBe(expected, $"{name}: {item.GetProperty("note").GetString()}");
            compared++;
        }

        compared.ShouldBe(90);
    }
}
