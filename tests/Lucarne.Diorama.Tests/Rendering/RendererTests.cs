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

    [Theory]
    [InlineData("forest")]
    [InlineData("ocean")]
    [InlineData("village")]
    [InlineData("street")]
    [InlineData("marbles")]
    public void Every_kind_of_scene_is_the_same_on_one_thread_and_on_three(string name)
    {
        SceneFrame scene = SampleScenes.All[name](0.7);

        Draw(scene, 96, 160, 1).Data.SequenceEqual(Draw(scene, 96, 160, 3).Data).ShouldBeTrue();
    }

    [Fact]
    public void A_box_casts_a_shadow_on_the_side_away_from_the_sun()
    {
        SceneFrame scene = Floor(new Vector3(1, 1, 0));
        scene.Instances.Add(new Instance { Mesh = SampleMeshes.Box(new Vector3(0.5f)), Materials = [new Material()], World = Matrix4x4.CreateTranslation(0, 0.5f, 0), CastsShadow = true });

        FrameBuffer frame = Draw(scene, 160, 160);

        // Seen from above: the shadow of a box one metre high under a sun at 45° reaches a metre beyond it
        (int left, int right) = (Luma(frame, 50, 80), Luma(frame, 110, 80));
        left.ShouldBeLessThan(right - 25);
    }

    [Fact]
    public void A_thing_that_casts_no_shadow_leaves_the_ground_lit()
    {
        SceneFrame scene = Floor(new Vector3(1, 1, 0));
        scene.Instances.Add(new Instance { Mesh = SampleMeshes.Box(new Vector3(0.5f)), Materials = [new Material()], World = Matrix4x4.CreateTranslation(0, 1.5f, 0), CastsShadow = false });

        FrameBuffer frame = Draw(scene, 160, 160);

        Luma(frame, 40, 80).ShouldBeInRange(Luma(frame, 120, 80) - 12, Luma(frame, 120, 80) + 12);
    }

    [Fact]
    public void A_lamp_lights_what_is_near_it_in_its_own_colour()
    {
        SceneFrame scene = Floor(Vector3.UnitY);
        scene.Sky = new Sky { Studio = true, SunColour = Vector3.Zero, HorizonColour = Vector3.Zero, ZenithColour = Vector3.Zero, GroundColour = Vector3.Zero };
        scene.Lights.Add(new PointLight(new Vector3(-1.5f, 0.6f, 0), new Vector3(4, 0.2f, 0.1f), 3));

        byte[] rgb = Draw(scene, 160, 160).ToRgb();

        (int near, int far) = (3 * ((80 * 160) + 40), 3 * ((80 * 160) + 140));
        rgb[near].ShouldBeGreaterThan((byte)110);
        ((int)rgb[near]).ShouldBeGreaterThan(rgb[near + 2] + 50);
        rgb[far].ShouldBeLessThan((byte)25);
    }

    [Fact]
    public void A_floor_that_passes_behind_the_lens_has_no_holes()
    {
        SceneFrame scene = new()
        {
            Camera = new Camera { Position = new Vector3(0, 0.3f, 0), Target = new Vector3(0, 0, -3), FieldOfViewDegrees = 90 },
            Sky = new Sky { Studio = true, HorizonColour = Vector3.Zero, ZenithColour = Vector3.Zero, SunColour = new Vector3(3) },
            Grade = new Grade { Vignette = 0, Grain = 0, Bloom = 0 },
        };
        scene.Instances.Add(new Instance { Mesh = SampleMeshes.Ground(50), Materials = [new Material()], World = Matrix4x4.Identity, CastsShadow = true });

        FrameBuffer frame = Draw(scene, 120, 120);

        for (int y = 75; y < 120; y++)
        {
            for (int x = 0; x < 120; x++)
            {
                Luma(frame, x, y).ShouldBeGreaterThan(80, $"at {x}, {y}");
            }
        }
    }

    [Fact]
    public void Degenerate_triangles_and_indices_out_of_range_are_left_out()
    {
        byte[] expected = Draw(Floor(Vector3.UnitY), 120, 120).Data;
        SceneFrame scene = Floor(Vector3.UnitY);
        Mesh broken = new()
        {
            Positions = [Vector3.Zero, Vector3.UnitX, Vector3.UnitX * 2, new Vector3(float.NaN), Vector3.UnitY],
            Normals = [Vector3.UnitY, Vector3.UnitY, Vector3.UnitY, Vector3.UnitY, Vector3.Zero],
            Indices = [0, 0, 0, 0, 1, 2, 0, 1, 99, -1, 0, 1],
        };
        scene.Instances.Add(new Instance { Mesh = broken, Materials = [new Material()], World = Matrix4x4.Identity, CastsShadow = true });

        Draw(scene, 120, 120).Data.SequenceEqual(expected).ShouldBeTrue();
    }

    [Fact]
    public void Drawing_again_allocates_nothing()
    {
        SceneFrame scene = SampleScenes.Village(0.5);
        using Renderer renderer = new(128, 128, 1);
        FrameBuffer frame = new(128, 128);
        for (int i = 0; i < 3; i++)
        {
            renderer.Render(scene, frame);
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        renderer.Render(scene, frame);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    [Fact]
    public void A_buffer_of_another_size_is_refused()
    {
        using Renderer renderer = new(64, 64, 1);

        Should.Throw<ArgumentException>(() => renderer.Render(new SceneFrame(), new FrameBuffer(64, 32))).Message.ShouldContain("64x32");
    }

    /// <summary>A white floor seen straight from above, six metres high.</summary>
    private static SceneFrame Floor(Vector3 sun)
    {
        SceneFrame scene = new()
        {
            Camera = new Camera { Position = new Vector3(0, 6, 0), Target = Vector3.Zero, Up = -Vector3.UnitZ, FieldOfViewDegrees = 45 },
            Sky = new Sky { SunDirection = Vector3.Normalize(sun), CloudCover = 0, GlowColour = Vector3.Zero },
            Grade = new Grade { Vignette = 0, Grain = 0, Bloom = 0 },
        };
        scene.Instances.Add(new Instance { Mesh = SampleMeshes.Ground(20), Materials = [new Material()], World = Matrix4x4.Identity, CastsShadow = true });
        return scene;
    }

    private static int Luma(FrameBuffer frame, int x, int y) => frame.Luma[(y * frame.Width) + x];

    private static FrameBuffer Draw(SceneFrame scene, int width, int height, int threads = 2)
    {
        using Renderer renderer = new(width, height, threads);
        FrameBuffer frame = new(width, height);
        renderer.Render(scene, frame);
        return frame;
    }
}
