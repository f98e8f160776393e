using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Lucarne.Wan.Prompts;
using Lucarne.Wan.Tokenizers;
using Lucarne.Wan.Weights;

namespace Lucarne.Wan.Tests;

public sealed class TokenizerTests
{
    [Theory]
    [InlineData("umt5_like", "spiece.model")]
    [InlineData("plain", "spiece.model")]
    [InlineData("plain", "tokenizer.json")]
    public void Every_text_of_the_fixtures_gives_the_ids_of_sentencepiece(string name, string file)
    {
        string path = Fixture.PathOf("tokenizer", name, file);
        UnigramTokenizer tokenizer = new(file.EndsWith(".json", StringComparison.Ordinal) ? SentencePieceModel.LoadJson(path) : SentencePieceModel.Load(path));
        using JsonDocument cases = Cases(name);
        int end = cases.RootElement.GetProperty("eos_id").GetInt32(), compared = 0;
        foreach (JsonElement item in cases.RootElement.GetProperty("cases").EnumerateArray())
        {
            ((int[])[.. tokenizer.Encode(item.GetProperty("text").GetString()!), end]).ShouldBe(Ids(item, "ids"), $"{name}: {item.GetProperty("note").GetString()}");
            compared++;
        }

        compared.ShouldBe(90);
    }

    [Theory]
    [InlineData("umt5_like")]
    [InlineData("plain")]
    public void Every_text_of_the_fixtures_gives_the_ids_of_the_T5_tokenizer_special_tokens_included(string name)
    {
        T5Tokenizer tokenizer = T5Tokenizer.Load(Fixture.PathOf("tokenizer", name));
        using JsonDocument cases = Cases(name);
        foreach (JsonElement item in cases.RootElement.GetProperty("cases").EnumerateArray().Concat(cases.RootElement.GetProperty("special_token_text").EnumerateArray()))
        {
            int[] expected = Ids(item, item.TryGetProperty("t5_slow_ids", out _) ? "t5_slow_ids" : "ids");

            ((int[])[.. tokenizer.Encode(item.GetProperty("text").GetString()!)]).ShouldBe(expected, $"{name}: {item.GetProperty("note").GetString()}");
        }

        foreach (JsonElement item in cases.RootElement.GetProperty("pad_and_truncate").EnumerateArray())
        {
            TokenizedPrompt prompt = tokenizer.Encode(item.GetProperty("text").GetString()!, item.GetProperty("max_length").GetInt32());

            ((int[])[.. prompt.Ids]).ShouldBe(Ids(item, "input_ids"), $"{name}: {item.GetProperty("note").GetString()}");
            prompt.Attended.ShouldBe(Ids(item, "attention_mask").Sum());
        }
    }

    [Theory]
    [InlineData("umt5_like")]
    [InlineData("plain")]
    public void Ids_become_the_text_that_sentencepiece_makes_of_them(string name)
    {
        UnigramTokenizer tokenizer = new(SentencePieceModel.Load(Fixture.PathOf("tokenizer", name, "spiece.model")));
        using JsonDocument cases = Cases(name);
        foreach (JsonElement item in cases.RootElement.GetProperty("decode").EnumerateArray())
        {
            tokenizer.Decode(Ids(item, "ids")).ShouldBe(item.GetProperty("text").GetString(), $"{name}: {item.GetProperty("note").GetString()}");
        }
    }

    [Fact]
    public void Prompts_are_cleaned_as_the_reference_cleans_them()
    {
        using JsonDocument cases = JsonDocument.Parse(File.ReadAllText(Fixture.PathOf("tokenizer", "prompt_clean.json")));
        int compared = 0;
        foreach (JsonElement item in cases.RootElement.GetProperty("cases").EnumerateArray())
        {
            string text = item.GetProperty("text").GetString()!;

            PromptCleaner.Clean(text).ShouldBe(item.GetProperty("cleaned").GetString(), text);
            compared++;
        }

        compared.ShouldBe(34);
    }

    // The examples of ftfy's own documentation and README, whose results are the specification here.
    [Theory]
    [InlineData("âœ” No problems", "✔ No problems")]
    [InlineData("&macr;\\_(ã\u0083\u0084)_/&macr;", "¯\\_(ツ)_/¯")]
    [InlineData("Broken text&hellip; it&#x2019;s ﬂubberiﬁc!", "Broken text… it's flubberific!")]
    [InlineData("ＬＯＵＤ　ＮＯＩＳＥＳ", "LOUD NOISES")]
    [InlineData("sÃ³", "só")]
    [InlineData("voilÃ le travail", "voilà le travail")]
    [InlineData("schÃ¶n", "schön")]
    [InlineData("P&EACUTE;REZ", "PÉREZ")]
    [InlineData("&ntilde; &Ntilde; &NTILDE; &nTILDE;", "ñ Ñ Ñ &nTILDE;")]
    [InlineData("<em>HTML entities &lt;3</em>", "<em>HTML entities &lt;3</em>")]
    [InlineData("not such a fan of Charlotte Brontë…”", "not such a fan of Charlotte Brontë…\"")]
    [InlineData("AHÅ™, the new sofa from IKEA®", "AHÅ™, the new sofa from IKEA®")]
    [InlineData("The Mona Lisa doesnÃƒÂ¢Ã¢â€šÂ¬Ã¢â€žÂ¢t have eyebrows.", "The Mona Lisa doesn't have eyebrows.")]
    [InlineData("l’humanitÃ©", "l'humanité")]
    [InlineData("â€œ like this â€\uFFFD", "\" like this \uFFFD")]
    [InlineData("Р С—РЎР‚Р С‘РЎРЏРЎвЂљР Р…Р С•РЎРѓРЎвЂљР С‘. РІСњВ¤", "приятности. ❤")]
    public void Text_that_was_read_in_a_wrong_encoding_is_restored(string broken, string repaired) => PromptCleaner.Repair(broken).ShouldBe(repaired);

    [Fact]
    public void Any_text_can_be_cleaned_and_cut()
    {
        T5Tokenizer tokenizer = T5Tokenizer.Load(Fixture.PathOf("tokenizer", "umt5_like"));
        Prop.ForAll<string?>(text =>
        {
            string cleaned = PromptCleaner.Clean(text ?? string.Empty);
            return !cleaned.Contains('\n', StringComparison.Ordinal) && tokenizer.Encode(cleaned, 16).Ids.Length == 16;
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("""{"model":{"type":"BPE"}}""", "BPE")]
    [InlineData("""{"model":{"type":"Unigram","unk_id":7,"vocab":[["a",0]]}}""", "unknown one is 7")]
    [InlineData("""{"model":{"type":"Unigram","unk_id":0,"vocab":[["a",0]]},"normalizer":{"type":"Lowercase"}}""", "Lowercase")]
    [InlineData("[]", "not a tokenizer.json")]
    public void A_tokenizer_json_that_cannot_be_run_is_refused_by_its_reason(string json, string reason)
    {
        string path = Path.Combine(Directory.CreateTempSubdirectory("lucarne-wan-").FullName, "tokenizer.json");
        File.WriteAllText(path, json);

        Should.Throw<WeightFileException>(() => SentencePieceModel.LoadJson(path)).Message.ShouldContain(reason);
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
    }

    private static JsonDocument Cases(string name) => JsonDocument.Parse(File.ReadAllText(Fixture.PathOf("tokenizer", name, "cases.json")));

    private static int[] Ids(JsonElement item, string name) => [.. item.GetProperty(name).EnumerateArray().Select(id => id.GetInt32())];
}
