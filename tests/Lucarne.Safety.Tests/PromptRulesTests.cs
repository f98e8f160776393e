using Lucarne.Safety.Text;

namespace Lucarne.Safety.Tests;

public sealed class PromptRulesTests
{
    [Theory]
    [InlineData("a red rubber ball bouncing down a wooden staircase")]
    [InlineData("un phare dans la tempête, la nuit")]
    [InlineData("猫")]
    public void A_prompt_with_words_passes(string typed)
    {
        (string prompt, Verdict? verdict) = PromptRules.Judge(typed);

        verdict.ShouldBeNull();
        prompt.ShouldBe(typed);
    }

    [Fact]
    public void What_is_judged_is_the_clean_prompt()
    {
        (string prompt, Verdict? verdict) = PromptRules.Judge("  a\u0000 red\u202E ball\r\n");

        verdict.ShouldBeNull();
        prompt.ShouldBe("a red ball");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \n\u0007\u200B ")]
    public void Nothing_to_show_is_refused(string? typed) => PromptRules.Judge(typed).Verdict!.RuleId.ShouldBe("prompt_empty");

    [Fact]
    public void Picture_signs_alone_are_a_prompt() => PromptRules.Judge("🐙🎩").Verdict.ShouldBeNull();

    [Fact]
    public void A_prompt_without_a_letter_is_refused_as_a_whole()
    {
        Verdict verdict = PromptRules.Judge("123 !?").Verdict!;

        verdict.RuleId.ShouldBe("prompt_no_words");
        (verdict.Start, verdict.Length).ShouldBe((0, 6));
    }

    [Theory]
    [InlineData(20_000, null)]
    [InlineData(20_001, "prompt_too_long")]
    [InlineData(40_000, "prompt_too_long")]
    public void The_limit_is_20000_characters(int length, string? rule)
        => PromptRules.Judge(new string('a', length)).Verdict?.RuleId.ShouldBe(rule);

    [Fact]
    public void Too_long_points_at_what_is_over_and_tells_both_numbers()
    {
        Verdict verdict = PromptRules.Judge(new string('a', 20_100)).Verdict!;

        (verdict.Start, verdict.Length).ShouldBe((20_000, 100));
        verdict.Change.ShouldContain("20000");
        verdict.Change.ShouldContain("20100");
    }

    [Fact]
    public void Invisible_characters_do_not_count_toward_the_limit()
        => PromptRules.Judge(string.Concat(Enumerable.Repeat("a\u200B", 4000))).Verdict.ShouldBeNull();
}
