using Lucarne.Media;
using Lucarne.Studio.Editing;

namespace Lucarne.Studio.Tests;

public sealed class EditTimelineTests
{
    private static readonly Guid Source = new("0190a8c0-0000-7000-8000-000000000001");

    [Fact]
    public void Clips_follow_one_another_and_overlap_where_they_dissolve()
    {
        IReadOnlyList<PlacedClip> placed = EditTimeline.Place([(Clip(0, 48), 24), (Clip(10, 34, crossfade: 12), 24), (Clip(0, 5), 24)], 24);

        placed.Select(p => (p.FirstFrame, p.EndFrame)).ShouldBe([(0, 48), (36, 60), (60, 65)]);
    }

    [Fact]
    public void A_clip_at_another_rate_lasts_as_long_as_it_did()
    {
        EditTimeline.Place([(Clip(0, 60), 60), (Clip(0, 25), 25)], 24).Select(p => p.FrameCount).ShouldBe([24, 24]);
    }

    [Fact]
    public void Captions_move_with_their_clip_and_are_cut_at_its_ends()
    {
        Caption[] captions = [new(0, 1, "before", ""), new(1.5, 2.5, "over the start", ""), new(3, 4, "inside", ""), new(4.95, 6, "a blink", "")];

        Caption[] shifted = [.. EditTimeline.Shift(captions, 2, 5, 10)];

        shifted.Select(c => (c.Text, c.StartSeconds, c.EndSeconds)).ShouldBe([("over the start", 10, 10.5), ("inside", 11, 12)]);
    }

    [Fact]
    public void A_document_is_read_back_as_it_was_written()
    {
        EditDocument document = new()
        {
            Clips = [Clip(3, 9, crossfade: 2), Clip(9, 20) with { Continuation = new Continuation("diorama", "a ball", "{}", 7, 9) }],
            Sound = new EditSound { Mode = EditSoundMode.Replace, Volume = 0.5, File = "a.m4a" },
        };

        EditDocument read = EditDocument.Read(document.Write());

        read.Clips.ShouldBe(document.Clips);
        read.Sound.ShouldBe(document.Sound);
    }

    private static EditClip Clip(int start, int end, int crossfade = 0) => new() { SourceId = Source, StartFrame = start, EndFrame = end, CrossfadeFrames = crossfade };
}
