using Lucarne.Media.Speech;

namespace Lucarne.Media.Tests.Speech;

public sealed class SpeechTests
{
    [Theory]
    [InlineData("Good evening, tonight the sky is green.", "en")]
    [InlineData("Bonjour à tous !", "fr")]
    public async Task A_line_becomes_a_voice_of_about_its_length(string text, string language)
    {
        float[] voice = await new SpeechSynthesizer().SpeakAsync(text, new SpeechStyle(language), TestContext.Current.CancellationToken);

        (voice.Length / (double)SpeechSynthesizer.SampleRate).ShouldBeInRange(0.5, 6);
        voice.Max(Math.Abs).ShouldBeInRange(0.1f, 1f);
        Math.Abs(voice.Average()).ShouldBeLessThan(0.02f);
    }

    [Fact]
    public async Task A_faster_style_is_shorter_and_another_variant_sounds_different()
    {
        SpeechSynthesizer voices = new();
        SpeechStyle style = new("en");
        float[] slow = await voices.SpeakAsync("Checkmate, my friend.", style, TestContext.Current.CancellationToken);
        float[] fast = await voices.SpeakAsync("Checkmate, my friend.", style with { WordsPerMinute = 280 }, TestContext.Current.CancellationToken);
        float[] other = await voices.SpeakAsync("Checkmate, my friend.", style with { Variant = 1 }, TestContext.Current.CancellationToken);

        fast.Length.ShouldBeLessThan((int)(slow.Length * 0.8));
        other.ShouldNotBe(slow);
    }

    [Fact]
    public async Task Without_the_program_there_is_silence_and_no_failure()
    {
        float[] voice = await new SpeechSynthesizer("/nowhere/espeak-ng").SpeakAsync("Hello.", new SpeechStyle("en"), TestContext.Current.CancellationToken);

        voice.ShouldBeEmpty();
    }

    [Fact]
    public void Bytes_that_are_no_wave_file_give_nothing()
    {
        byte[] wave = [.. "RIFF"u8, 0xFF, 0xFF, 0xFF, 0xFF, .. "WAVEfmt "u8, 16, 0, 0, 0, 1, 0, 1, 0, 0x22, 0x56, 0, 0, 0, 0, 0, 0, 2, 0, 16, 0, .. "data"u8, 0xFF, 0xFF, 0xFF, 0x7F, 0, 64, 0, 192];

        SpeechSynthesizer.FromWave(wave).Length.ShouldBe(4);
        for (int length = 0; length < wave.Length; length++)
        {
            SpeechSynthesizer.FromWave(wave.AsSpan(0, length)).Length.ShouldBeLessThan(4);
        }

        for (int i = 0; i < wave.Length; i++)
        {
            byte[] broken = [.. wave];
            broken[i] ^= 0xFF;
            SpeechSynthesizer.FromWave(broken).Length.ShouldBeLessThan(100);
        }
    }
}
