using System.Numerics;
using Lucarne.Diorama.Motion;
using Lucarne.Diorama.Opening;
using Lucarne.Diorama.Rendering;
using Lucarne.Diorama.Screenplays;

namespace Lucarne.Diorama.Staging;

/// <summary>A shot ready to be filmed: any moment of it can be composed into a <see cref="SceneFrame"/>.</summary>
internal sealed class StagedShot
{
    /// <summary>Fastest that waves, wind and walkers run in a time-lapse: beyond it they only flicker.</summary>
    private const float LargestWorldRate = 4;

    /// <summary>How long rain takes to come, or the sun to set.</summary>
    private const double ChangeOfAirSeconds = 3;

    private readonly SettingStage _stage;
    private readonly (double Seconds, double OverSeconds, Air Air)[] _changes;
    private Air _air;
    private readonly ShotBuilder _builder;
    private readonly ParticleField _particles;
    private readonly CameraPath _camera;
    private readonly ulong _world;
    private readonly float _worldRate;
    private readonly double[] _flashes;
    private readonly Instance[] _set;
    private readonly Actor[] _players;

    private StagedShot(Shot shot, SettingStage stage, Air air, ShotBuilder builder, ParticleField particles, CameraPath camera, HashSet<int> struck, List<Footfall> footfalls, float worldRate, ulong seed, ulong world, double afterSeconds, (double Seconds, double OverSeconds, Air Air)[] changes)
    {
        _changes = changes;
        _set = [.. stage.Instances.Where((_, i) => !struck.Contains(i))];
        HashSet<Actor> away = [.. builder.StillScenery.Where((_, i) => struck.Contains(stage.Instances.Length + i))];
        _players = [.. builder.Actors.Where(actor => !away.Contains(actor))];
        Shot = shot;
        _stage = stage;
        _air = air;
        _builder = builder;
        _particles = particles;
        _camera = camera;
        _world = world;
        _worldRate = worldRate;
        Footfalls = footfalls;
        Seconds = shot.EndSeconds - shot.StartSeconds + afterSeconds;
        double changed = changes.Length > 0 ? changes[0].Seconds : Seconds;
        _flashes =
        [
            .. Flashes(air.FlashesPerSecond, Seconds, seed).Where(at => at < changed),
            .. changes.SelectMany((change, i) => Flashes(change.Air.FlashesPerSecond, (i + 1 < changes.Length ? changes[i + 1].Seconds : Seconds) - change.Seconds, seed ^ (ulong)(i + 1)).Select(at => at + change.Seconds)),
        ];
    }

    /// <summary>What was asked.</summary>
    public Shot Shot { get; }

    /// <summary>Length in seconds of film, with the time for which it goes on after its end.</summary>
    public double Seconds { get; }

    /// <summary>Steps of everything that walks.</summary>
    public List<Footfall> Footfalls { get; }

    /// <summary>The place.</summary>
    public SettingStage Stage => _stage;

    /// <summary>Light and weather.</summary>
    public Air Air => _air;

    /// <summary>Everything that plays.</summary>
    public IReadOnlyList<Actor> Actors => _builder.Actors;

    /// <summary>What physics did; null without physics.</summary>
    public PhysicsTake? Take => _builder.Take;

    /// <summary>Meetings that no physics plays.</summary>
    public IReadOnlyList<(float Seconds, Vector3 Place, Actor Runner, Actor Struck)> Impacts => _builder.Impacts;

    /// <summary>Moments of lightning, in seconds of film within the shot.</summary>
    public IReadOnlyList<double> LightningSeconds => _flashes;

    /// <summary>World time between which each subject speaks.</summary>
    public IReadOnlyDictionary<string, (double From, double To)[]> Speech => _builder.Speech;

    /// <summary>Lines of the sequels, in world time.</summary>
    public IReadOnlyList<(string SpeakerId, DialogueLine Line, double From, double To)> SequelLines => _builder.SequelLines;

    /// <summary>Air that sequels bring, each from its moment in seconds of film within the shot.</summary>
    public IEnumerable<(double Seconds, Air Air)> AirChanges => _changes.Select(change => (change.Seconds, change.Air));

    /// <summary>Lays a shot out.</summary>
    /// <param name="shot">What is asked.</param>
    /// <param name="stage">The place.</param>
    /// <param name="look">Look of the picture that the film starts from; null for none.</param>
    /// <param name="width">Pixels.</param>
    /// <param name="height">Pixels.</param>
    /// <param name="world">Seed of the film: looks, sky. <see cref="Shot.Seed"/> or else this is the seed of what happens.</param>
    /// <param name="report">Told what is shown.</param>
    /// <param name="afterSeconds">Seconds of film for which it goes on after its end, which changes nothing before.</param>
    /// <param name="sequels">What happens after its end, in order; their starts are in seconds of film within the shot, between its end and that of the time after.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static StagedShot Build(
        Shot shot, SettingStage stage, PictureLook? look, int width, int height, ulong world, ReportBuilder report, double afterSeconds, IReadOnlyList<Sequel> sequels, CancellationToken cancellation)
    {
        ulong seed = shot.Seed is long own ? unchecked((ulong)own) : world;
        Air plain = Air.For(shot, stage);
        Air air = Styling.Apply(look?.Lend(plain) ?? plain, shot, Math.Max(width, height), report);
        double seconds = shot.EndSeconds - shot.StartSeconds;
        float rate = Math.Clamp(shot.TimeScale, 0.05f, LargestWorldRate) * Unhurried(shot, seconds);
        ShotBuilder builder = new(shot, stage, air, seconds * rate, seed, world, report) { AfterSeconds = ((sequels.Count > 0 ? sequels[0].StartSeconds : seconds + afterSeconds) - seconds) * rate };
        builder.Build(cancellation);
        CameraDirector Director(Shot filmed, double from, double until) =>
            new(filmed, stage, builder.Waves, builder.Actors, builder.StillScenery, until - from, t => (from + t) * rate, width / (float)height, seed);
        CameraDirector director = Director(shot, 0, seconds);
        CameraPath camera = director.Plan();
        if (builder.AfterSeconds > 0)
        {
            camera = camera.Then(Director(shot, 0, seconds + (builder.AfterSeconds / rate)).Plan(), seconds);
        }

        List<(double Seconds, double OverSeconds, Air Air)> changes = [];
        for (int i = 0; i < sequels.Count; i++)
        {
            double start = sequels[i].StartSeconds, end = i + 1 < sequels.Count ? sequels[i + 1].StartSeconds : seconds + afterSeconds;
            Shot next = sequels[i].Shot;
            builder.GoOn(next, start * rate, end * rate, camera.At(start), width / (float)height);
            camera = camera.Then(Director(shot with { Camera = next.Camera == new CameraDirection() ? shot.Camera : next.Camera }, start, end).Plan().StartingAt(start), start);
            builder.EndRehearsal();
            if (next.Weather is not null || next.TimeOfDay is not null)
            {
                shot = shot with
                {
                    TimeOfDay = next.TimeOfDay ?? shot.TimeOfDay,
                    Weather = next.Weather ?? shot.Weather,
                    WeatherStrength = next.Weather is null ? shot.WeatherStrength : next.WeatherStrength,
                    Wind = next.Weather is null ? shot.Wind : next.Wind,
                };
                changes.Add((start, Math.Min(ChangeOfAirSeconds, (end - start) * 0.7), Styling.Apply(Air.For(shot, stage), shot, Math.Max(width, height), report)));
            }
        }

        List<Footfall> footfalls = StageEffects.FootfallsOf(builder.Actors, (seconds + afterSeconds) * rate);
        ParticleField particles = StageEffects.Field(builder, stage, air, footfalls, seed);

        // Whatever the weather, the subject is seen through it.
        float far = camera.At(seconds * 0.5).FocusDistanceM;
        air = air with { Fog = air.Fog with { DensityPerM = MathF.Min(air.Fog.DensityPerM, 0.6f / MathF.Max(far, 0.1f)) } };
        return new StagedShot(shot, stage, air, builder, particles, camera, director.Struck, footfalls, rate, seed, world, afterSeconds, [.. changes]);
    }

    /// <summary>Slows a shot whose one event is over in a moment, so that it lasts through most of the film; 1 for every other.</summary>
    /// <remarks>A row of dominoes falls in about a second and a half, a tower in two or three.</remarks>
    private static float Unhurried(Shot shot, double seconds)
    {
        if (shot.TimeScale != 1)
        {
            return 1;
        }

        double lasts = double.PositiveInfinity;
        foreach (ActionClause action in shot.Actions)
        {
            string? concept = shot.Subjects.FirstOrDefault(subject => subject.Id == action.SubjectId)?.Concept;
            lasts = Behaviours.Of(action.Verb) switch
            {
                Behaviour.Topple when concept == "domino" => Math.Min(lasts, 2.1),
                Behaviour.Collapse => Math.Min(lasts, 4),
                _ => lasts,
            };
        }

        return (float)Math.Clamp(lasts / seconds, 0.15, 1);
    }

    /// <summary>Develops all of its frames in another way.</summary>
    public void Regrade(Grade grade)
    {
        _air = _air with { Grade = grade };
        for (int i = 0; i < _changes.Length; i++)
        {
            _changes[i].Air = _changes[i].Air with { Grade = grade };
        }
    }

    /// <summary>World time at a moment of the shot.</summary>
    public double WorldSeconds(double shotSeconds) => shotSeconds * _worldRate;

    /// <summary>The camera at a moment of the shot.</summary>
    public Camera CameraAt(double shotSeconds) => _camera.At(shotSeconds);

    /// <summary>Fills a frame with the scene at a moment of the shot, in seconds of film from its start.</summary>
    public void Compose(SceneFrame frame, double shotSeconds)
    {
        double world = WorldSeconds(shotSeconds);
        Air air = AirAt(shotSeconds);
        frame.Instances.Clear();
        frame.Lights.Clear();
        frame.Particles.Clear();
        frame.Seconds = world;
        frame.Seed = _world;
        frame.Camera = _camera.At(shotSeconds);
        frame.Fog = air.Fog;
        frame.Water = _stage.Water;
        frame.Precipitation = air.Precipitation;
        frame.WindMps = air.WindMps;
        frame.Wetness = air.Wetness;
        frame.SnowCover = air.SnowCover;
        frame.Grade = air.Grade;
        frame.Sky = SkyAt(air, shotSeconds);
        frame.Instances.AddRange(_set);
        for (int i = 0; i < _stage.Lights.Length; i++)
        {
            StageLight lamp = _stage.Lights[i];
            if (air.Dark || !lamp.OnlyInTheDark)
            {
                frame.Lights.Add(lamp.Light with { Colour = lamp.Light.Colour * Actor.Flicker(lamp.Flicker, Chance.Derive(_world, (ulong)i), world) });
            }
        }

        foreach (Actor actor in _players)
        {
            actor.Draw(frame, world, air.Dark || _stage.Indoors);
        }

        _particles.Fill(frame.Particles, world);
    }

    private Air AirAt(double shotSeconds)
    {
        Air air = _air;
        foreach ((double seconds, double over, Air next) in _changes)
        {
            air = air.Towards(next, Ease.Smooth(0, 1, (float)((shotSeconds - seconds) / over)));
        }

        return air;
    }

    private Sky SkyAt(Air air, double shotSeconds)
    {
        Sky sky = air.Sky;
        if (Shot.TimeScale > LargestWorldRate && !sky.Studio)
        {
            // Time-lapse: the sun crosses a good part of the sky.
            float share = (float)(shotSeconds / (Shot.EndSeconds - Shot.StartSeconds)) - 0.5f;
            sky = sky with { SunDirection = Vector3.Normalize(Vector3.Transform(sky.SunDirection, Ease.Y(share * 1.2f))) };
        }

        float flash = 0;
        foreach (double at in _flashes)
        {
            float since = (float)(shotSeconds - at);
            if (since is >= 0 and < 0.6f)
            {
                // A stroke and one or two return strokes, each dying in about 60 ms.
                flash = MathF.Max(flash, MathF.Exp(-since / 0.07f));
                flash = since > 0.11f ? MathF.Max(flash, 0.8f * MathF.Exp(-(since - 0.11f) / 0.09f)) : flash;
            }
        }

        return flash > 0.01f ? sky with { Lightning = flash } : sky;
    }

    private static double[] Flashes(float perSecond, double seconds, ulong seed)
    {
        if (perSecond <= 0)
        {
            return [];
        }

        Chance chance = new(Chance.Derive(seed, "lightning"));
        List<double> flashes = [];
        double at = 0.6 + (chance.Unit() * 0.8);
        while (at < seconds - 0.2)
        {
            flashes.Add(at);
            at += (0.4 + (1.2 * chance.Unit())) / perSecond;
        }

        return [.. flashes];
    }
}
