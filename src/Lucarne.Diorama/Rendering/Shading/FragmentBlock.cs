using Lucarne.Diorama.Rendering.Geometry;
using Lucarne.Diorama.Rendering.Simd;

namespace Lucarne.Diorama.Rendering.Shading;

/// <summary>One worker's fragments: those of a tile, and the surface attributes of the block of them that is being shaded.</summary>
internal sealed unsafe class FragmentBlock : IDisposable
{
    /// <summary>Fragments whose attributes are held at once; they stay in the first-level cache.</summary>
    public const int Size = 256;

    public const int Capacity = CameraRaster.TilePixels + FrameTargets.ExtrasPerTile + Lanes.MaxWidth;

    private readonly NativeBuffer<float> _fragments = new(7 * Capacity);
    private readonly NativeBuffer<int> _ids = new(2 * Capacity);
    private readonly NativeBuffer<float> _attributes = new(27 * Size);

    /// <summary>Fragments of the tile: its pixels row by row, then the further ones, padded.</summary>
    public int Count { get; set; }

    /// <summary>Position on the screen in pixels.</summary>
    public float* X => _fragments.Pointer;

    public float* Y => _fragments.Pointer + Capacity;

    /// <summary>1/w.</summary>
    public float* Depth => _fragments.Pointer + (2 * Capacity);

    public float* Red => _fragments.Pointer + (3 * Capacity);

    public float* Green => _fragments.Pointer + (4 * Capacity);

    public float* Blue => _fragments.Pointer + (5 * Capacity);

    /// <summary>Samples covered, 0…4.</summary>
    public float* Weight => _fragments.Pointer + (6 * Capacity);

    /// <summary>Triangle; 0 is sky.</summary>
    public int* Triangle => _ids.Pointer;

    /// <summary>Pixel of the frame's planes.</summary>
    public int* Pixel => _ids.Pointer + Capacity;

    public float* NormalX => _attributes.Pointer;

    public float* NormalY => _attributes.Pointer + Size;

    public float* NormalZ => _attributes.Pointer + (2 * Size);

    public float* BaseRed => _attributes.Pointer + (3 * Size);

    public float* BaseGreen => _attributes.Pointer + (4 * Size);

    public float* BaseBlue => _attributes.Pointer + (5 * Size);

    public float* Roughness => _attributes.Pointer + (6 * Size);

    public float* Metallic => _attributes.Pointer + (7 * Size);

    public float* EmissionRed => _attributes.Pointer + (8 * Size);

    public float* EmissionGreen => _attributes.Pointer + (9 * Size);

    public float* EmissionBlue => _attributes.Pointer + (10 * Size);

    public float* Subsurface => _attributes.Pointer + (11 * Size);

    public float* Sheen => _attributes.Pointer + (12 * Size);

    public float* Clearcoat => _attributes.Pointer + (13 * Size);

    public float* Sun => _attributes.Pointer + (14 * Size);

    /// <summary>Open share of the sky; until it is known, the radius of the instance in metres, which glass reads.</summary>
    public float* Occlusion => _attributes.Pointer + (15 * Size);

    /// <summary>Records of the fragments' triangles: see <see cref="TriangleRecord"/>.</summary>
    public float* CornerX => _attributes.Pointer + (16 * Size);

    /// <inheritdoc cref="CornerX"/>
    public float* CornerY => _attributes.Pointer + (17 * Size);

    /// <inheritdoc cref="CornerX"/>
    public float* WeightPx => _attributes.Pointer + (18 * Size);

    /// <inheritdoc cref="CornerX"/>
    public float* WeightPy => _attributes.Pointer + (19 * Size);

    /// <inheritdoc cref="CornerX"/>
    public float* WeightQx => _attributes.Pointer + (20 * Size);

    /// <inheritdoc cref="CornerX"/>
    public float* WeightQy => _attributes.Pointer + (21 * Size);

    /// <inheritdoc cref="CornerX"/>
    public int* CornerNormal0 => (int*)_attributes.Pointer + (22 * Size);

    /// <inheritdoc cref="CornerX"/>
    public int* CornerNormal1 => (int*)_attributes.Pointer + (23 * Size);

    /// <inheritdoc cref="CornerX"/>
    public int* CornerNormal2 => (int*)_attributes.Pointer + (24 * Size);

    /// <summary>Index of the fragment's surface.</summary>
    public int* Surface => (int*)_attributes.Pointer + (25 * Size);

    public void Dispose()
    {
        _fragments.Dispose();
        _ids.Dispose();
        _attributes.Dispose();
    }
}
