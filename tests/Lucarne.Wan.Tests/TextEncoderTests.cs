using Lucarne.Wan.TextEncoder;

namespace Lucarne.Wan.Tests;

public sealed class TextEncoderTests
{
    [Theory]
    [InlineData("case_one")]
    [InlineData("case_b2")]
    [InlineData("case_long")]
    public void The_encoder_gives_the_reference_rows_padding_included(string name)
    {
        using Fixture fixture = Fixture.Open("text_encoder", name + ".safetensors");
        using ComputeContext context = new(1L << 30, threads: 2);
        using UmT5Encoder encoder = UmT5Encoder.Load(Fixture.PathOf("text_encoder"), context);
        int[] shape = fixture.Shape("input_ids");
        float[] ids = fixture["input_ids"], mask = fixture["attention_mask"], expected = fixture["last_hidden_state"];
        for (int sample = 0; sample < shape[0]; sample++)
        {
            int[] tokens = [.. Videos.Sample(ids, sample, shape[0]).Select(id => (int)id)];
            int attended = (int)Videos.Sample(mask, sample, shape[0]).Sum();
            float[] rows = encoder.Encode(tokens, attended, cancellation: TestContext.Current.CancellationToken);
            float[] wanted = Videos.Sample(expected, sample, shape[0]);
            rows.ShouldMatch(wanted, 2e-5, $"{name}, sample {sample}");

            float[] trueTokensAlone = encoder.Encode(tokens.AsSpan(0, attended), attended, cancellation: TestContext.Current.CancellationToken);
            trueTokensAlone.ShouldMatch(wanted[..(attended * encoder.Config.Size)], 2e-5, $"{name}, sample {sample}, without padding");
        }
    }

    [Fact]
    public void An_id_outside_the_vocabulary_is_refused_by_name()
    {
        using ComputeContext context = new(1L << 30, threads: 1);
        using UmT5Encoder encoder = UmT5Encoder.Load(Fixture.PathOf("text_encoder"), context);

        Should.Throw<ArgumentException>(() => encoder.Encode([5, 384], 2)).Message.ShouldContain("384");
    }

    [Fact]
    public void Buckets_change_at_the_distances_of_the_reference()
    {
        int[] changes = [.. Enumerable.Range(1, 200).Where(d => UmT5Encoder.Bucket(-d, 32, 128) != UmT5Encoder.Bucket(1 - d, 32, 128))];

        changes.ShouldBe([1, 2, 3, 4, 5, 6, 7, 8, 12, 16, 23, 32, 46, 64, 91]);
    }
}
