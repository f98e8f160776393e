using Lucarne.Diorama.Rendering.Geometry;
using Lucarne.Diorama.Rendering.Simd;

namespace Lucarne.Diorama.Tests.Rendering;

public sealed unsafe class CameraRasterTests
{
    private const int Buffer = CameraRaster.Samples * CameraRaster.TilePixels;

    [Fact]
    public void Vector_code_covers_the_samples_that_the_scalar_reference_covers()
    {
        Random random = new(7);
        using NativeBuffer<float> depth = new(Buffer);
        using NativeBuffer<int> ids = new(Buffer);
        float[] expectedDepth = new float[Buffer];
        int[] expectedIds = new int[Buffer];
        for (int id = 1; id <= 300; id++)
        {
            float size = id % 3 == 0 ? 120 : id % 3 == 1 ? 12 : 2;
            float x = random.NextSingle() * 80, y = random.NextSingle() * 50;
            RasterTriangle t = ScalarRaster.Triangle(x, y, x + Around(random, size), y + Around(random, size), x + Around(random, size), y + Around(random, size), 0.1f + random.NextSingle(), Around(random, 0.002f), Around(random, 0.002f), id);

            CameraRaster.Draw(t, 8, 8, depth.Pointer, ids.Pointer);
            ScalarRaster.Draw(t, 8, 8, expectedDepth, expectedIds);
        }

        int different = 0;
        for (int i = 0; i < Buffer; i++)
        {
            different += ids[i] == expectedIds[i] ? 0 : 1;
            if (ids[i] == expectedIds[i])
            {
                depth[i].ShouldBe(expectedDepth[i], 1e-4f);
            }
        }

        // Without fused multiply-add a sample on an edge may fall to the other side
        different.ShouldBeLessThan(Buffer / 500);
    }

    [Fact]
    public void Triangles_that_share_an_edge_leave_no_sample_between_them()
    {
        Random random = new(11);
        for (int round = 0; round < 200; round++)
        {
            using NativeBuffer<float> depth = new(Buffer);
            using NativeBuffer<int> ids = new(Buffer);

            // A fan around a point inside the tile, out to corners far outside it
            float cx = 5 + (random.NextSingle() * 50), cy = 5 + (random.NextSingle() * 20);
            float turn = random.NextSingle() * 6;
            for (int k = 0; k < 5; k++)
            {
                (float sin0, float cos0) = MathF.SinCos(turn + (k * MathF.Tau / 5));
                (float sin1, float cos1) = MathF.SinCos(turn + (((k + 1) % 5) * MathF.Tau / 5));
                RasterTriangle t = ScalarRaster.Triangle(cx, cy, cx + (300 * cos0), cy + (300 * sin0), cx + (300 * cos1), cy + (300 * sin1), 1, 0, 0, k + 1);
                CameraRaster.Draw(t, 0, 0, depth.Pointer, ids.Pointer);
            }

            ids.Span[..Buffer].Contains(0).ShouldBeFalse();
        }
    }

    private static float Around(Random random, float size) => ((random.NextSingle() * 2) - 1) * size;
}
