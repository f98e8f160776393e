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
    private readonly NativeBuffer<int> _ids = new(Capacity);
    private readonly NativeBuffer<float> _attributes = new(26 * Size);

    public FragmentBlock()
    {
        X = _fragments.Pointer;
        Y = X + Capacity;
        Depth = Y + Capacity;
        Red = Depth + Capacity;
        Green = Red + Capacity;
        Blue = Green + Capacity;
        Weight = Blue + Capacity;
        Triangle = _ids.Pointer;
        NormalX = _attributes.Pointer;
        NormalY = NormalX + Size;
        NormalZ = NormalY + Size;
        BaseRed = NormalZ + Size;
        BaseGreen = BaseRed + Size;
        BaseBlue = BaseGreen + Size;
        Roughness = BaseBlue + Size;
        Metallic = Roughness + Size;
        EmissionRed = Metallic + Size;
        EmissionGreen = EmissionRed + Size;
        EmissionBlue = EmissionGreen + Size;
        Subsurface = EmissionBlue + Size;
        Sheen = Subsurface + Size;
        Clearcoat = Sheen + Size;
        Sun = Clearcoat + Size;
        Occlusion = Sun + Size;
        CornerX = Occlusion + Size;
        CornerY = CornerX + Size;
        WeightPx = CornerY + Size;
        WeightPy = WeightPx + Size;
        WeightQx = WeightPy + Size;
        WeightQy = WeightQx + Size;
        CornerNormal0 = (int*)(WeightQy + Size);
        CornerNormal1 = CornerNormal0 + Size;
        CornerNormal2 = CornerNormal1 + Size;
        Surface = CornerNormal2 + Size;
        RayX = CornerX;
        RayY = CornerY;
        RayZ = WeightPx;
        Distance = WeightPy;
    }

    /// <summary>Fragments of the tile: its pixels row by row, then the further ones, padded.</summary>
    public int Count { get; set; }

    /// <summary>Position on the screen in pixels.</summary>
    public readonly float* X;

    public readonly float* Y;

    /// <summary>1/w.</summary>
    public readonly float* Depth;

    public readonly float* Red;

    public readonly float* Green;

    public readonly float* Blue;

    /// <summary>Samples covered, 0…4.</summary>
    public readonly float* Weight;

    /// <summary>Triangle; 0 is sky.</summary>
    public readonly int* Triangle;

    public readonly float* NormalX;

    public readonly float* NormalY;

    public readonly float* NormalZ;

    public readonly float* BaseRed;

    public readonly float* BaseGreen;

    public readonly float* BaseBlue;

    public readonly float* Roughness;

    public readonly float* Metallic;

    public readonly float* EmissionRed;

    public readonly float* EmissionGreen;

    public readonly float* EmissionBlue;

    public readonly float* Subsurface;

    public readonly float* Sheen;

    public readonly float* Clearcoat;

    public readonly float* Sun;

    /// <summary>Open share of the sky; until it is known, the radius of the instance in metres, which glass reads.</summary>
    public readonly float* Occlusion;

    /// <summary>Records of the fragments' triangles: see <see cref="TriangleRecord"/>.</summary>
    public readonly float* CornerX;

    /// <inheritdoc cref="CornerX"/>
    public readonly float* CornerY;

    /// <inheritdoc cref="CornerX"/>
    public readonly float* WeightPx;

    /// <inheritdoc cref="CornerX"/>
    public readonly float* WeightPy;

    /// <inheritdoc cref="CornerX"/>
    public readonly float* WeightQx;

    /// <inheritdoc cref="CornerX"/>
    public readonly float* WeightQy;

    /// <inheritdoc cref="CornerX"/>
    public readonly int* CornerNormal0;

    /// <inheritdoc cref="CornerX"/>
    public readonly int* CornerNormal1;

    /// <inheritdoc cref="CornerX"/>
    public readonly int* CornerNormal2;

    /// <summary>Unit direction from the lens, once normals are known (in the place of the records' fields).</summary>
    public readonly float* RayX;

    /// <inheritdoc cref="RayX"/>
    public readonly float* RayY;

    /// <inheritdoc cref="RayX"/>
    public readonly float* RayZ;

    /// <summary>Metres from the lens, beside <see cref="RayX"/>.</summary>
    public readonly float* Distance;

    /// <summary>Index of the fragment's surface.</summary>
    public readonly int* Surface;

    public void Dispose()
    {
        _fragments.Dispose();
        _ids.Dispose();
        _attributes.Dispose();
    }
}
