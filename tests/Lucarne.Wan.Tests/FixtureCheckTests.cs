using Lucarne.Wan.Checks;
using Lucarne.Wan.Weights;

namespace Lucarne.Wan.Tests;

public sealed class FixtureCheckTests
{
    [Fact]
    public void Every_case_of_the_fixtures_is_found_run_and_within_its_tolerance()
    {
        List<FixtureCheck> checks = [.. FixtureChecks.Run(Fixture.Root, TestContext.Current.CancellationToken)];

        checks.Where(check => !check.Ok).Select(check => check.ToString()).ShouldBeEmpty();
        checks.Select(check => check.Name).ShouldBeUnique();
        string[] expected =
        [
            "transformer/t2v/case_b1", "transformer/flf2v/case_b1", "vae/wan21/decode_tiled_1x6x7", "vae/wan22/encode_image", "text_encoder/case_long",
            "tokenizer/plain/tokenizer.json/empty", "tokenizer/umt5_like/t5/sentinel tight", "tokenizer/prompt_clean/33", "scheduler/unipc_shift3_order3/steps8/v2",
            "pipeline/wan21_t2v/run_text/prompt_embeds", "pipeline/wan21_t2v/run_euler/final_latents", "pipeline/wan21_t2v/run_batch2/final_latents",
            "pipeline/wan22_a14b/run_embeds/frames", "pipeline/wan22_ti2v/run_embeds/frames", "causal/cache_local6_sink1/original/cache",
            "causal/rollout_local6_sink1_video_extension/transformer/output",
        ];
        expected.Except(checks.Select(check => check.Name)).ShouldBeEmpty();
    }

    [Fact]
    public void A_wrong_golden_number_and_a_broken_file_fail_their_cases_and_no_other()
    {
        DirectoryInfo root = Directory.CreateTempSubdirectory("lucarne-wan-");
        try
        {
            string source = Fixture.PathOf("text_encoder"), target = Directory.CreateDirectory(Path.Combine(root.FullName, "text_encoder")).FullName;
            foreach (string file in Directory.EnumerateFiles(source))
            {
                File.Copy(file, Path.Combine(target, Path.GetFileName(file)));
            }

            string one = Path.Combine(target, "case_one.safetensors");
            byte[] bytes = File.ReadAllBytes(one);
            bytes[^1] ^= 0x40;
            File.WriteAllBytes(one, bytes);
            File.WriteAllBytes(Path.Combine(target, "case_b2.safetensors"), bytes[..9]);

            Dictionary<string, FixtureCheck> checks = FixtureChecks.Run(root.FullName, TestContext.Current.CancellationToken).ToDictionary(check => check.Name);

            checks["text_encoder/case_long"].Ok.ShouldBeTrue();
            checks["text_encoder/case_one"].Ok.ShouldBeFalse();
            checks["text_encoder/case_one"].Difference.ShouldBeGreaterThan(1e-3);
            checks["text_encoder/case_b2"].Problem.ShouldNotBeNull().ShouldContain("case_b2.safetensors");
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_folder_without_fixtures_is_refused() =>
        Should.Throw<WeightFileException>(() => FixtureChecks.Run(AppContext.BaseDirectory)).Message.ShouldContain("transformer");
}
