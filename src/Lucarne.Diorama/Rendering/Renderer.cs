using Lucarne.Diorama.Rendering.Effects;
using Lucarne.Diorama.Rendering.Geometry;
using Lucarne.Diorama.Rendering.Shading;
using Lucarne.Diorama.Rendering.Simd;

namespace Lucarne.Diorama.Rendering;

/// <summary>Draws scenes: a tiled software rasteriser with deferred shading on all cores.</summary>
/// <remarks>
/// The same scene at the same size gives the same bytes, whatever the number of threads and whatever was drawn before.
/// One instance draws one picture at a time; after the first pictures it allocates nothing.
/// </remarks>
public sealed class Renderer : IDisposable
{
    /// <summary>Smallest side of a picture in pixels.</summary>
    public const int MinSide = 16;

    /// <summary>Largest side of a picture in pixels.</summary>
    public const int MaxSide = 4096;

    /// <summary>Most lights that are shaded in one picture; the strongest are kept.</summary>
    public const int MaxLights = 32;

    private readonly WorkerPool _pool;
    private readonly Worker[] _workers;
    private readonly FrameTargets _targets;
    private readonly SceneGeometry _geometry = new();
    private readonly ShadingContext _context;
    private readonly RasterLayer _solid;
    private readonly RasterLayer _glass;
    private readonly RasterLayer _sun;
    private readonly ShadowMap _shadows;
    private readonly ParticleLayer _particles;
    private readonly Bloom _bloom;
    private readonly Developer _developer;
    private readonly bool[] _glassTiles;

    private readonly Action<int, int> _transform;
    private readonly Action<int, int> _setUp;
    private readonly Action<int, int> _rasterise;
    private readonly Action<int, int> _spread;
    private readonly Action<int, int> _see;
    private readonly Action<int, int> _smooth;
    private readonly Action<int, int> _shade;
    private readonly Action<int, int> _look;
    private readonly Action<int, int> _compose;
    private readonly Action<int, int> _redraw;
    private readonly Action<int, int> _keep;
    private readonly Action<int, int> _blur;
    private readonly Action<int, int> _extract;
    private readonly Action<int, int> _spreadBloom;
    private readonly Action<int, int> _develop;

    private FrameBuffer _output = null!;
    private Lens _lens;
    private Grade _grade = new();

    /// <summary>Makes a renderer for pictures of one size.</summary>
    /// <param name="width">Pixels, <see cref="MinSide"/>…<see cref="MaxSide"/>.</param>
    /// <param name="height">Pixels, <see cref="MinSide"/>…<see cref="MaxSide"/>.</param>
    /// <param name="threads">Threads that share the work, the caller's included; 0 for one a core.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size or the number of threads is out of range.</exception>
    public Renderer(int width, int height, int threads = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, MinSide);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(width, MaxSide);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, MinSide);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(height, MaxSide);
        ArgumentOutOfRangeException.ThrowIfNegative(threads);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(threads, 256);
        _pool = new WorkerPool(threads == 0 ? Environment.ProcessorCount : threads);
        _targets = new FrameTargets(width, height);
        _context = new ShadingContext(_geometry, _targets);
        _solid = new RasterLayer(_targets.TilesX, _targets.TilesY);
        _glass = new RasterLayer(_targets.TilesX, _targets.TilesY);
        _shadows = new ShadowMap(Math.Max(width, height) <= 480 ? 512 : Math.Max(width, height) <= 1600 ? 1024 : 2048);
        _sun = new RasterLayer(_shadows.Tiles, _shadows.Tiles);
        _particles = new ParticleLayer(_targets.TilesX, _targets.TilesY);
        _bloom = new Bloom(_targets.Stride / 2, (height + 1) / 2);
        _glassTiles = new bool[_targets.Tiles];
        _developer = new Developer(_targets.Stride, _pool.Workers);
        _workers = [.. Enumerable.Range(0, _pool.Workers).Select(_ => new Worker())];

        _transform = (_, job) => _geometry.TransformVertices(job);
        _setUp = (_, partition) => TriangleSetup.Run(_geometry, partition, _solid, _glass, _sun);
        _rasterise = Rasterise;
        _spread = (_, row) => _shadows.SpreadRow(row);
        _see = See;
        _smooth = (_, tile) => AmbientOcclusion.Smooth(_targets, tile);
        _shade = (worker, tile) => _workers[worker].Shader.Run(_context, tile);
        _look = LookThroughAndBack;
        _compose = (_, tile) => Composer.Run(_context, _particles, Mirrors, _geometry.HasGlass && _glassTiles[tile], _lens, tile);
        _redraw = (_, tile) => Styliser.Redraw(_targets, _grade, tile);
        _keep = (_, tile) => Styliser.Keep(_targets, tile);
        _blur = (_, tile) => DepthOfField.Run(_targets, tile);
        _extract = (_, row) => _bloom.Extract(_targets, _lens.Any, row);
        _spreadBloom = (_, _) => _bloom.Spread();
        _develop = (worker, pair) => _developer.Run(_context, _bloom, _lens.Any, _output, worker, pair);
    }

    /// <summary>Time of each pass.</summary>
    internal PassClock Clock { get; } = new();

    /// <summary>Columns of the pictures.</summary>
    public int Width => _targets.Width;

    /// <summary>Rows of the pictures.</summary>
    public int Height => _targets.Height;

    /// <summary>Draws a scene into <paramref name="output"/>.</summary>
    /// <remarks>Instances without mesh or material, or whose matrix is not finite, are left out.</remarks>
    /// <exception cref="ArgumentException">The buffer has another size than the renderer.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; the buffer's content is undefined, the renderer can go on.</exception>
    public void Render(SceneFrame scene, FrameBuffer output, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(scene);
        ArgumentNullException.ThrowIfNull(output);
        if (output.Width != Width || output.Height != Height)
        {
            throw new ArgumentException($"The buffer is {output.Width}x{output.Height}, the renderer {Width}x{Height}.", nameof(output));
        }

        _output = output;
        _grade = scene.Grade;
        Clock.Start();
        _geometry.Prepare(scene, View.From(scene.Camera, Width, Height), _shadows.Size);
        _context.Prepare(scene);
        _developer.Prepare(scene.Grade, scene.Seed, scene.Seconds);
        _particles.Prepare(scene, _context);
        _lens = Styliser.Wanted(_grade) ? default : new Lens(scene.Camera, _geometry.View, scene.Sky.Stars);
        Clock.Lap("prepare");
        Pass("transform", _geometry.VertexJobs, _transform, cancellation);
        Pass("set up and sort", TileBins.Partitions, _setUp, cancellation);
        Pass("rasterise", _targets.Tiles + (_shadows.Tiles * _shadows.Tiles), _rasterise, cancellation);
        Pass("shadow blocks", _shadows.Blocks, _spread, cancellation);
        Pass("shadows and occlusion", _targets.Tiles, _see, cancellation);
        Pass("smooth occlusion", _targets.Tiles, _smooth, cancellation);
        Pass("shade", _targets.Tiles, _shade, cancellation);
        if (Mirrors || _geometry.HasGlass)
        {
            Pass("reflections and glass", _targets.Tiles, _look, cancellation);
        }

        Pass("compose", _targets.Tiles, _compose, cancellation);
        if (_lens.Any)
        {
            Pass("depth of field", _targets.Tiles, _blur, cancellation);
        }

        if (Styliser.Wanted(_grade))
        {
            Pass("redraw", _targets.Tiles, _redraw, cancellation);
            Pass("keep", _targets.Tiles, _keep, cancellation);
        }

        if (_developer.Blooms)
        {
            Pass("bright part", _bloom.Result.Rows, _extract, cancellation);
            Pass("bloom", 1, _spreadBloom, cancellation);
        }

        Pass("develop", (Height + 1) / 2, _develop, cancellation);
    }

    /// <summary>Shares work on a finished picture between the renderer's threads: <paramref name="job"/>(worker, index) for every index below <paramref name="jobs"/>, in any order.</summary>
    /// <exception cref="OperationCanceledException">Cancelled between two jobs.</exception>
    internal void Share(int jobs, Action<int, int> job, CancellationToken cancellation) => _pool.Run(jobs, job, cancellation);

    /// <summary>Stops the threads and gives the memory back.</summary>
    public void Dispose()
    {
        _pool.Dispose();
        foreach (Worker worker in _workers)
        {
            worker.Dispose();
        }

        _targets.Dispose();
        _geometry.Dispose();
        _solid.Dispose();
        _glass.Dispose();
        _sun.Dispose();
        _shadows.Dispose();
        _particles.Dispose();
        _bloom.Dispose();
        _developer.Dispose();
    }

    private void Pass(string name, int jobs, Action<int, int> job, CancellationToken cancellation)
    {
        _pool.Run(jobs, job, cancellation);
        Clock.Lap(name);
    }

    private void Rasterise(int worker, int job)
    {
        if (job < _targets.Tiles)
        {
            _workers[worker].Visibility.Run(_geometry, _solid, _targets, job);
        }
        else
        {
            _shadows.DrawTile(_sun, _workers[worker].Entries, job - _targets.Tiles);
        }
    }

    /// <summary>Anything mirrors what stands around it.</summary>
    private bool Mirrors => _context.Water is not null || _context.Wetness > 0;

    private void LookThroughAndBack(int worker, int tile)
    {
        if (Mirrors)
        {
            Reflections.Run(_context, tile);
        }

        if (_geometry.HasGlass)
        {
            _glassTiles[tile] = _workers[worker].Glass.Run(_context, _glass, _workers[worker].Entries, tile);
        }
    }

    private void See(int worker, int tile)
    {
        SunVisibility.Run(_context, _shadows, tile);
        AmbientOcclusion.Run(_context, tile);
    }

    /// <summary>What one thread needs for itself.</summary>
    private sealed class Worker : IDisposable
    {
        public readonly VisibilityTile Visibility = new();
        public readonly TileShader Shader = new();
        public readonly GlassShader Glass = new();
        public readonly NativeBuffer<int> Entries = new(256);

        public void Dispose()
        {
            Visibility.Dispose();
            Shader.Dispose();
            Glass.Dispose();
            Entries.Dispose();
        }
    }
}
