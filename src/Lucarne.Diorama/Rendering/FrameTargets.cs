using Lucarne.Diorama.Rendering.Geometry;
using Lucarne.Diorama.Rendering.Simd;

namespace Lucarne.Diorama.Rendering;

/// <summary>The planes of one picture between passes. Rows are padded to whole tiles.</summary>
internal sealed class FrameTargets : IDisposable
{
    /// <summary>Most second fragments that a tile keeps; beyond that, edges are less smooth.</summary>
    public const int ExtrasPerTile = CameraRaster.TilePixels * 3 / 2;

    public FrameTargets(int width, int height)
    {
        Width = width;
        Height = height;
        TilesX = (width + CameraRaster.TileWidth - 1) / CameraRaster.TileWidth;
        TilesY = (height + CameraRaster.TileHeight - 1) / CameraRaster.TileHeight;
        Stride = TilesX * CameraRaster.TileWidth;
        Rows = TilesY * CameraRaster.TileHeight;
        int pixels = Stride * Rows;
        Depth = new NativeBuffer<float>(pixels);
        Ids = new NativeBuffer<int>(pixels);
        HalfSun = new NativeBuffer<float>(pixels / 4);
        SmoothSun = new NativeBuffer<float>(pixels / 4);
        HalfDepth = new NativeBuffer<float>(pixels / 4);
        HalfDistance = new NativeBuffer<float>(pixels / 4);
        Occlusion = new NativeBuffer<float>(pixels / 4);
        SmoothOcclusion = new NativeBuffer<float>(pixels / 4);
        Red = new NativeBuffer<float>(pixels);
        Green = new NativeBuffer<float>(pixels);
        Blue = new NativeBuffer<float>(pixels);
        MirrorRed = new NativeBuffer<float>(pixels / 4);
        MirrorGreen = new NativeBuffer<float>(pixels / 4);
        MirrorBlue = new NativeBuffer<float>(pixels / 4);
        HalfRed = new NativeBuffer<float>(pixels / 4);
        HalfGreen = new NativeBuffer<float>(pixels / 4);
        HalfBlue = new NativeBuffer<float>(pixels / 4);
        HalfBlur = new NativeBuffer<float>(pixels / 4);
        LensRed = new NativeBuffer<float>(pixels / 4);
        LensGreen = new NativeBuffer<float>(pixels / 4);
        LensBlue = new NativeBuffer<float>(pixels / 4);
        LensShare = new NativeBuffer<float>(pixels / 4);
        GlassShare = new NativeBuffer<float>(pixels);
        GlassRed = new NativeBuffer<float>(pixels);
        GlassGreen = new NativeBuffer<float>(pixels);
        GlassBlue = new NativeBuffer<float>(pixels);
        TileBlur = new float[Tiles];
        TileBefore = new bool[Tiles];
        ExtraPixels = new NativeBuffer<int>(Tiles * ExtrasPerTile);
        ExtraIds = new NativeBuffer<int>(Tiles * ExtrasPerTile);
        ExtraDepths = new NativeBuffer<float>(Tiles * ExtrasPerTile);
        ExtraCounts = new int[Tiles];
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>Floats a row of the full-size planes; half of it in the half-size planes.</summary>
    public int Stride { get; }

    /// <summary>Rows of the full-size planes.</summary>
    public int Rows { get; }

    public int TilesX { get; }

    public int TilesY { get; }

    public int Tiles => TilesX * TilesY;

    /// <summary>1/w of each pixel's first fragment; 0 is sky. [Rows, Stride].</summary>
    public NativeBuffer<float> Depth { get; }

    /// <summary>Triangle of each pixel's first fragment in 28 bits; above, which of the four samples it covers. [Rows, Stride].</summary>
    public NativeBuffer<int> Ids { get; }

    /// <summary>Share of the sun that reaches the surface, before smoothing. [Rows/2, Stride/2].</summary>
    public NativeBuffer<float> HalfSun { get; }

    /// <summary><see cref="HalfSun"/>, smoothed within surfaces. [Rows/2, Stride/2].</summary>
    public NativeBuffer<float> SmoothSun { get; }

    /// <summary><see cref="Depth"/> of every other pixel of every other row. [Rows/2, Stride/2].</summary>
    public NativeBuffer<float> HalfDepth { get; }

    /// <summary>Metres along the view axis: the inverse of <see cref="HalfDepth"/>; a million for the sky. [Rows/2, Stride/2].</summary>
    public NativeBuffer<float> HalfDistance { get; }

    /// <summary><see cref="Occlusion"/>, smoothed within surfaces. [Rows/2, Stride/2].</summary>
    public NativeBuffer<float> SmoothOcclusion { get; }

    /// <summary>Share of the sky that reaches the surface, before smoothing. [Rows/2, Stride/2].</summary>
    public NativeBuffer<float> Occlusion { get; }

    /// <summary>Linear radiance. [Rows, Stride].</summary>
    public NativeBuffer<float> Red { get; }

    /// <inheritdoc cref="Red"/>
    public NativeBuffer<float> Green { get; }

    /// <inheritdoc cref="Red"/>
    public NativeBuffer<float> Blue { get; }

    /// <summary>What reflections in water and puddles add to the picture. [Rows/2, Stride/2].</summary>
    public NativeBuffer<float> MirrorRed { get; }

    /// <inheritdoc cref="MirrorRed"/>
    public NativeBuffer<float> MirrorGreen { get; }

    /// <inheritdoc cref="MirrorRed"/>
    public NativeBuffer<float> MirrorBlue { get; }

    /// <summary>Means of four pixels. [Rows/2, Stride/2].</summary>
    public NativeBuffer<float> HalfRed { get; }

    /// <inheritdoc cref="HalfRed"/>
    public NativeBuffer<float> HalfGreen { get; }

    /// <inheritdoc cref="HalfRed"/>
    public NativeBuffer<float> HalfBlue { get; }

    /// <summary>Radius of the blur disc in half-size pixels, negative before the focus. [Rows/2, Stride/2].</summary>
    public NativeBuffer<float> HalfBlur { get; }

    /// <summary>The picture out of focus. [Rows/2, Stride/2].</summary>
    public NativeBuffer<float> LensRed { get; }

    /// <inheritdoc cref="LensRed"/>
    public NativeBuffer<float> LensGreen { get; }

    /// <inheritdoc cref="LensRed"/>
    public NativeBuffer<float> LensBlue { get; }

    /// <summary>How much of <see cref="LensRed"/> shows. [Rows/2, Stride/2].</summary>
    public NativeBuffer<float> LensShare { get; }

    /// <summary>Share of the pixel that glass covers. [Rows, Stride].</summary>
    public NativeBuffer<float> GlassShare { get; }

    /// <summary>Glass with what is seen through it. [Rows, Stride].</summary>
    public NativeBuffer<float> GlassRed { get; }

    /// <inheritdoc cref="GlassRed"/>
    public NativeBuffer<float> GlassGreen { get; }

    /// <inheritdoc cref="GlassRed"/>
    public NativeBuffer<float> GlassBlue { get; }

    /// <summary>Largest blur disc of each tile, half-size pixels.</summary>
    public float[] TileBlur { get; }

    /// <summary>Whether a tile holds anything blurred before the focus.</summary>
    public bool[] TileBefore { get; }

    /// <summary>Pixel within the tile of each further fragment, with its samples from bit 16. [Tiles, ExtrasPerTile].</summary>
    public NativeBuffer<int> ExtraPixels { get; }

    /// <summary>Triangle of each further fragment. [Tiles, ExtrasPerTile].</summary>
    public NativeBuffer<int> ExtraIds { get; }

    /// <summary>1/w of each further fragment. [Tiles, ExtrasPerTile].</summary>
    public NativeBuffer<float> ExtraDepths { get; }

    /// <summary>Further fragments in each tile.</summary>
    public int[] ExtraCounts { get; }

    public void Dispose()
    {
        Depth.Dispose();
        Ids.Dispose();
        HalfSun.Dispose();
        SmoothSun.Dispose();
        HalfDepth.Dispose();
        HalfDistance.Dispose();
        Occlusion.Dispose();
        SmoothOcclusion.Dispose();
        Red.Dispose();
        Green.Dispose();
        Blue.Dispose();
        MirrorRed.Dispose();
        MirrorGreen.Dispose();
        MirrorBlue.Dispose();
        HalfRed.Dispose();
        HalfGreen.Dispose();
        HalfBlue.Dispose();
        HalfBlur.Dispose();
        LensRed.Dispose();
        LensGreen.Dispose();
        LensBlue.Dispose();
        LensShare.Dispose();
        GlassShare.Dispose();
        GlassRed.Dispose();
        GlassGreen.Dispose();
        GlassBlue.Dispose();
        ExtraPixels.Dispose();
        ExtraIds.Dispose();
        ExtraDepths.Dispose();
    }
}
