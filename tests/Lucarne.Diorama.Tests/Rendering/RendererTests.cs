using System.Numerics;
using Lucarne.Diorama.Rendering;

namespace Lucarne.Diorama.Tests.Rendering;

public sealed class RendererTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_same_scene_gives_the_same_bytes_with_any_number_of_threads(int threads)
    {
        byte[] expected = Draw(SampleScenes.Staircase(0.3), 180, 320, threads: 1).Data;

        Draw(SampleScenes.Staircase(0.3), 180, 320, threads).Data.SequenceEqual(expected).ShouldBeTrue();
    }

    [Fact]
    public void What_was_drawn_before_leaves_no_trace_in_the_picture()
    {
        byte[] expected = Draw(SampleScenes.Staircase(0.3), 160, 160).Data;
        using Renderer renderer = new(160, 160, 2);
        FrameBuffer frame = new(160, 160);

        renderer.Render(SampleScenes.Staircase(0.1), frame);
        renderer.Render(new SceneFrame(), frame);
        renderer.Render(SampleScenes.Staircase(0.3), frame);

        frame.Data.SequenceEqual(expected).ShouldBeTrue();
    }

    [Theory]
    [InlineData(16, 16)]
    [InlineData(17, 33)]
    [InlineData(641, 359)]
    public void Any_size_is_drawn_whole(int width, int height)
    {
        SceneFrame scene = new() { Sky = new Sky { Studio = true, HorizonColour = Vector3.One, ZenithColour = Vector3.One, SunColour = Vector3.Zero } };

        FrameBuffer frame = Draw(scene, width, height);

        frame.Luma.ToArray().Min().ShouldBeGreaterThan((byte)90);
    }

    [Fact]
    public void An_instance_whose_matrix_is_not_a_number_is_left_out()
    {
        byte[] expected = Draw(SampleScenes.Staircase(0.3), 120, 120).Data;
        SceneFrame scene = SampleScenes.Staircase(0.3);
        Matrix4x4 broken = Matrix4x4.Identity;
        broken.M22 = float.NaN;
        scene.Instances.Add(new Instance { Mesh = SampleMeshes.Box(Vector3.One), Materials = [new Material()], World = broken, CastsShadow = true });

        Draw(scene, 120, 120).Data.SequenceEqual(expected).ShouldBeTrue();
    }

    [Fact]
    public void A_cancelled_picture_throws_and_the_next_one_is_right()
    {
        byte[] expected = Draw(SampleScenes.Staircase(0.3), 120, 120).Data;
        using Renderer renderer = new(120, 120, 2);
        FrameBuffer frame = new(120, 120);

        Should.Throw<OperationCanceledException>(() => renderer.Render(SampleScenes.Staircase(0), frame, new CancellationToken(canceled: true)));
        renderer.Render(SampleScenes.Staircase(0.3), frame);

        frame.Data.SequenceEqual(expected).ShouldBeTrue();
    }

    private static FrameBuffer Draw(SceneFrame scene, int width, int height, int threads = 2)
    {
        using Renderer renderer = new(width, height, threads);
        FrameBuffer frame = new(width, height);
        renderer.Render(scene, frame);
        return frame;
    }
}
