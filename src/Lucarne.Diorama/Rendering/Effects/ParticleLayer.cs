using System.Numerics;
using System.Runtime.CompilerServices;
using Lucarne.Diorama.Rendering.Geometry;
using Lucarne.Diorama.Rendering.Shading;
using Lucarne.Diorama.Rendering.Simd;
using static Lucarne.Diorama.Rendering.Simd.Lanes;

namespace Lucarne.Diorama.Rendering.Effects;

/// <summary>Soft specks that face the lens, farthest first; they fade where they touch surfaces.</summary>
internal sealed unsafe class ParticleLayer : IDisposable
{
    /// <summary>Most specks drawn in one picture; beyond that, the farthest are left out.</summary>
    public const int MaxParticles = 20_000;

    private readonly NativeBuffer<Speck> _specks = new(256);
    private readonly NativeBuffer<int> _entries = new(256);
    private readonly int[] _starts;
    private readonly int _tilesX;
    private float[] _keys = new float[256];
    private int[] _order = new int[256];
    private int _count;

    public ParticleLayer(int tilesX, int tilesY)
    {
        _tilesX = tilesX;
        _starts = new int[(tilesX * tilesY) + 2];
    }

    public bool Any => _count > 0;

    /// <summary>Projects, sorts and distributes the specks.</summary>
    public void Prepare(SceneFrame scene, ShadingContext context)
    {
        _count = 0;
        if (scene.Particles.Count == 0)
        {
            return;
        }

        View view = context.View;
        if (_keys.Length < scene.Particles.Count)
        {
            int size = (int)BitOperations.RoundUpToPowerOf2((uint)scene.Particles.Count);
            Array.Resize(ref _keys, size);
            Array.Resize(ref _order, size);
        }

        int candidates = 0;
        for (int i = 0; i < scene.Particles.Count; i++)
        {
            Particle p = scene.Particles[i];
            Vector3 position = p.Position - view.Position;
            float w = Vector3.Dot(position, view.Forward);
            if (!(w > View.NearM * 2) || !(p.RadiusM > 0) || !(p.Opacity > 0) || !View.IsFinite(position) || !View.IsFinite(p.Colour) || !float.IsFinite(p.RadiusM) || !view.Sees(position, p.RadiusM))
            {
                continue;
            }

            _keys[candidates] = w;
            _order[candidates++] = i;
        }

        _keys.AsSpan(0, candidates).Sort(_order.AsSpan(0, candidates));
        _count = Math.Min(candidates, MaxParticles);
        _specks.Reserve(_count);
        Vector3 ambient = Mean(context);
        for (int k = 0; k < _count; k++)
        {
            Particle p = scene.Particles[_order[_count - 1 - k]];
            Vector3 position = p.Position - view.Position;
            float w = _keys[_count - 1 - k], emissive = float.IsFinite(p.Emissive) ? Math.Clamp(p.Emissive, 0, 1) : 0;
            float radius = MathF.Max(p.RadiusM * view.Focal / w, 0.6f), opacity = Math.Clamp(p.Opacity, 0, 1);
            float thin = MathF.Min(1, p.RadiusM * view.Focal / w / radius);
            _specks[k] = new Speck
            {
                X = view.CentreX + (Vector3.Dot(position, view.Right) / w * view.Focal),
                Y = view.CentreY - (Vector3.Dot(position, view.Up) / w * view.Focal),
                Radius = radius,
                Depth = 1 / w,
                Softness = w * w / MathF.Max(p.RadiusM, 0.01f),
                Opacity = opacity * thin * thin,
                Colour = Vector3.Lerp(p.Colour * ambient, p.Colour, emissive),
                Cover = 1 - emissive,
            };
        }

        Distribute();
    }

    /// <summary>Draws the specks of a tile over its pixels in the frame's planes.</summary>
    [MethodImpl(Kernel)]
    public void Draw(FrameTargets targets, int tile)
    {
        int tileX = tile % _tilesX * CameraRaster.TileWidth, tileY = tile / _tilesX * CameraRaster.TileHeight;
        for (int e = _starts[tile]; e < _starts[tile + 1]; e++)
        {
            Speck s = _specks[_entries[e]];
            int left = Math.Max(tileX, (int)MathF.Floor(s.X - s.Radius)) / VF.Count * VF.Count, right = Math.Min(tileX + CameraRaster.TileWidth - 1, (int)MathF.Ceiling(s.X + s.Radius));
            int top = Math.Max(tileY, (int)MathF.Floor(s.Y - s.Radius)), bottom = Math.Min(tileY + CameraRaster.TileHeight - 1, (int)MathF.Ceiling(s.Y + s.Radius));
            float inverse = 1f / (s.Radius * s.Radius);
            for (int y = top; y <= bottom; y++)
            {
                float dy = y + 0.5f - s.Y;
                for (int x = left; x <= right; x += VF.Count)
                {
                    int at = (y * targets.Stride) + x;
                    VF dx = Ramp + F(x + 0.5f - s.X);
                    VF near = Max(VF.One - (Fma(dx, dx, F(dy * dy)) * F(inverse)), VF.Zero);
                    VF before = Saturate(Fma(F(s.Depth) - Vector.Load(targets.Depth.Pointer + at), F(s.Softness), VF.One));
                    VF alpha = near * near * before * F(s.Opacity);
                    VF keep = VF.One - (alpha * F(s.Cover));
                    Fma(Vector.Load(targets.Red.Pointer + at), keep, alpha * F(s.Colour.X)).Store(targets.Red.Pointer + at);
                    Fma(Vector.Load(targets.Green.Pointer + at), keep, alpha * F(s.Colour.Y)).Store(targets.Green.Pointer + at);
                    Fma(Vector.Load(targets.Blue.Pointer + at), keep, alpha * F(s.Colour.Z)).Store(targets.Blue.Pointer + at);
                }
            }
        }
    }

    public void Dispose()
    {
        _specks.Dispose();
        _entries.Dispose();
    }

    private static Vector3 Mean(ShadingContext context)
    {
        V3 up = new() { X = VF.Zero, Y = VF.One, Z = VF.Zero };
        V3 light = context.Sky.Ambient(up);
        return new Vector3(light.X[0], light.Y[0], light.Z[0]) + (context.Sky.SunColour * 0.2f);
    }

    /// <summary>Lists specks by tile, keeping their order.</summary>
    private void Distribute()
    {
        Array.Clear(_starts);
        for (int pass = 0; pass < 2; pass++)
        {
            for (int k = 0; k < _count; k++)
            {
                (int x0, int x1, int y0, int y1) = Tiles(_specks[k]);
                for (int y = y0; y <= y1; y++)
                {
                    for (int x = x0; x <= x1; x++)
                    {
                        int tile = (y * _tilesX) + x;
                        if (pass == 0)
                        {
                            _starts[tile + 2]++;
                        }
                        else
                        {
                            _entries[_starts[tile + 1]++] = k;
                        }
                    }
                }
            }

            if (pass == 0)
            {
                for (int t = 2; t < _starts.Length; t++)
                {
                    _starts[t] += _starts[t - 1];
                }

                _entries.Reserve(_starts[^1]);
            }
        }
    }

    private (int X0, int X1, int Y0, int Y1) Tiles(in Speck s)
    {
        int tilesY = (_starts.Length - 2) / _tilesX;
        return (
            Math.Clamp((int)((s.X - s.Radius) / CameraRaster.TileWidth), 0, _tilesX - 1), Math.Clamp((int)((s.X + s.Radius + 1) / CameraRaster.TileWidth), 0, _tilesX - 1),
            Math.Clamp((int)((s.Y - s.Radius) / CameraRaster.TileHeight), 0, tilesY - 1), Math.Clamp((int)((s.Y + s.Radius + 1) / CameraRaster.TileHeight), 0, tilesY - 1));
    }

    private struct Speck
    {
        public float X;
        public float Y;
        public float Radius;
        public float Depth;

        /// <summary>Share of opacity lost for each unit of 1/w that a surface is nearer.</summary>
        public float Softness;

        public float Opacity;
        public Vector3 Colour;

        /// <summary>1 hides what is behind, 0 only adds.</summary>
        public float Cover;
    }
}
