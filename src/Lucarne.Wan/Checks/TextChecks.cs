using System.Text.Json;
using Lucarne.Wan.Prompts;
using Lucarne.Wan.TextEncoder;
using Lucarne.Wan.Tokenizers;

namespace Lucarne.Wan.Checks;

/// <summary>The text encoder, <c>case_*</c> files beside its weights; tokenizers, one folder each with <c>cases.json</c>; and <c>prompt_clean.json</c>.</summary>
internal static class TextChecks
{
    private const double EncoderTolerance = 2e-5;

    public static IEnumerable<FixtureCheck> RunEncoder(FixtureFolder folder)
    {
        foreach (string name in folder.Cases("case_"))
        {
            foreach (FixtureCheck check in folder.Try(name, () => [new FixtureCheck(string.Empty, EncoderDifference(folder, name), EncoderTolerance)]))
            {
                yield return check;
            }
        }
    }

    public static IEnumerable<FixtureCheck> RunTokenizers(FixtureFolder folder)
    {
        foreach (FixtureFolder tokenizer in folder.Folders().Where(f => File.Exists(Path.Combine(f.Path, "cases.json"))))
        {
            foreach (FixtureCheck check in RunTokenizer(tokenizer))
            {
                yield return check;
            }
        }

        string clean = Path.Combine(folder.Path, "prompt_clean.json");
        if (File.Exists(clean))
        {
            foreach (FixtureCheck check in folder.Try("prompt_clean", () => CheckCleaning(clean)))
            {
                yield return check;
            }
        }
    }

    private static double EncoderDifference(FixtureFolder folder, string name)
    {
        using FixtureCase fixture = folder.Open(name);
        using UmT5Encoder encoder = UmT5Encoder.Load(folder.Path, folder.Context);
        int samples = fixture.Shape("input_ids")[0];
        double most = 0;
        for (int sample = 0; sample < samples; sample++)
        {
            int[] ids = [.. fixture.Sample("input_ids", sample).Select(id => (int)id)];
            float[] rows = encoder.Encode(ids, (int)fixture.Sample("attention_mask", sample).Sum(), cancellation: folder.Cancellation);
            most = Math.Max(most, FixtureCase.Difference(rows, fixture.Sample("last_hidden_state", sample)));
        }

        return most;
    }

    private static IEnumerable<FixtureCheck> RunTokenizer(FixtureFolder folder)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder.Path, "cases.json")));
        JsonElement root = document.RootElement;
        string json = Path.Combine(folder.Path, "tokenizer.json");
        List<FixtureCheck> checks =
        [
            .. folder.Try("spiece.model", () => CheckPieces(SentencePieceModel.Load(Path.Combine(folder.Path, "spiece.model")), root)),
            .. File.Exists(json) ? folder.Try("tokenizer.json", () => CheckPieces(SentencePieceModel.LoadJson(json), root)) : [],
            .. folder.Try("t5", () => CheckT5(T5Tokenizer.Load(folder.Path), root)),
            .. folder.Try("decode", () => CheckDecoding(SentencePieceModel.Load(Path.Combine(folder.Path, "spiece.model")), root)),
        ];
        return checks;
    }

    private static IEnumerable<FixtureCheck> CheckPieces(SentencePieceModel model, JsonElement root)
    {
        UnigramTokenizer tokenizer = new(model);
        int end = root.GetProperty("eos_id").GetInt32();
        foreach (JsonElement item in Items(root, "cases"))
        {
            int[] ids = [.. tokenizer.Encode(Text(item)), end];
            yield return Exact($"/{Note(item)}", FixtureCase.Differing(ids, Ids(item, "ids")));
        }
    }

    private static IEnumerable<FixtureCheck> CheckT5(T5Tokenizer tokenizer, JsonElement root)
    {
        foreach (JsonElement item in Items(root, "cases").Concat(Items(root, "special_token_text")))
        {
            int[] ids = [.. tokenizer.Encode(Text(item))];
            yield return Exact($"/{Note(item)}", FixtureCase.Differing(ids, Ids(item, item.TryGetProperty("t5_slow_ids", out _) ? "t5_slow_ids" : "ids")));
        }

        foreach (JsonElement item in Items(root, "pad_and_truncate"))
        {
            TokenizedPrompt prompt = tokenizer.Encode(Text(item), item.GetProperty("max_length").GetInt32());
            int wrong = FixtureCase.Differing(prompt.Ids.AsSpan(), Ids(item, "input_ids")) + Math.Abs(prompt.Attended - Ids(item, "attention_mask").Sum());
            yield return Exact($"/{Note(item)}", wrong);
        }
    }

    private static IEnumerable<FixtureCheck> CheckDecoding(SentencePieceModel model, JsonElement root)
    {
        UnigramTokenizer tokenizer = new(model);
        foreach (JsonElement item in Items(root, "decode"))
        {
            yield return Exact($"/{Note(item)}", tokenizer.Decode(Ids(item, "ids")) == Text(item) ? 0 : 1);
        }
    }

    private static List<FixtureCheck> CheckCleaning(string path)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(path));
        return [.. Items(document.RootElement, "cases").Select((item, i) => Exact(FormattableString.Invariant($"/{i}"), PromptCleaner.Clean(Text(item)) == item.GetProperty("cleaned").GetString() ? 0 : 1))];
    }

    private static FixtureCheck Exact(string name, int differing) => new(name, differing, 0);

    private static IEnumerable<JsonElement> Items(JsonElement root, string name) => root.TryGetProperty(name, out JsonElement list) ? list.EnumerateArray() : [];

    private static string Text(JsonElement item) => item.GetProperty("text").GetString()!;

    private static string Note(JsonElement item) => item.GetProperty("note").GetString()!;

    private static int[] Ids(JsonElement item, string name) => [.. item.GetProperty(name).EnumerateArray().Select(id => id.GetInt32())];
}
