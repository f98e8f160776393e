using System.Numerics;
using Lucarne.Diorama.Language;
using Lucarne.Diorama.Motion;
using Lucarne.Diorama.Physics;
using Lucarne.Diorama.Rendering;
using Lucarne.Diorama.Sound;

namespace Lucarne.Diorama.Staging;

/// <summary>Puts what happens in a shot on the sound track: the place, steps, engines, fires, thunder, voices of animals, and every contact of physics.</summary>
internal sealed class SoundStage
{
    /// <summary>Seconds of film between two settings of a moving source.</summary>
    private const double Grain = 0.1;

    private readonly SoundTrack _track;
    private readonly StagedShot _shot;
    private readonly double _filmStart;
    private readonly double _rate;
    private readonly PhysicsReplay? _replay;
    private readonly ContactSounds? _contacts;

    /// <param name="track">Takes the sounds.</param>
    /// <param name="shot">What happens.</param>
    /// <param name="filmStart">Start of the shot within the film, seconds.</param>
    /// <param name="worldPerFilm">World seconds in a second of film.</param>
    public SoundStage(SoundTrack track, StagedShot shot, double filmStart, double worldPerFilm)
    {
        _track = track;
        _shot = shot;
        _filmStart = filmStart;
        _rate = worldPerFilm;
        if (shot.Take is { } take)
        {
            _replay = take.Replay();
            _contacts = new ContactSounds(track, worldPerFilm, filmStart + (take.StartSeconds / worldPerFilm));
        }
    }

    /// <summary>The bed of the place and weather.</summary>
    public static Ambience AmbienceOf(StagedShot shot) => AmbienceOf(shot, shot.Air);

    /// <summary>The bed of the place in some weather.</summary>
    public static Ambience AmbienceOf(StagedShot shot, Air air)
    {
        SettingStage stage = shot.Stage;
        PlaceSound sound = stage.Sounds.Length > 0 ? stage.Sounds[0] : stage.Indoors ? PlaceSound.Room : PlaceSound.Birds;
        AmbiencePlace place = sound switch
        {
            PlaceSound.Room => AmbiencePlace.Room,
            PlaceSound.Wind => stage.SnowCover > 0.3f ? AmbiencePlace.Mountain : AmbiencePlace.Desert,
            PlaceSound.Sea => stage.Concept == "ocean" ? AmbiencePlace.Ocean : AmbiencePlace.Shore,
            PlaceSound.Lake => AmbiencePlace.Lake,
            PlaceSound.City or PlaceSound.Traffic => AmbiencePlace.Street,
            PlaceSound.Forest => AmbiencePlace.Forest,
            PlaceSound.Crowd or PlaceSound.Arena => AmbiencePlace.Stadium,
            PlaceSound.Cave => AmbiencePlace.Cave,
            PlaceSound.UnderWater => AmbiencePlace.UnderWater,
            PlaceSound.Space => AmbiencePlace.Space,
            _ => stage.Concept == "village" ? AmbiencePlace.Village : AmbiencePlace.Field,
        };
        Ambience bed = Ambience.Of(place, air.Dark, stage.Airless ? 0 : air.Wind, air.Precipitation.Rain);
        List<AmbienceLayer> layers = [.. bed.Layers];
        foreach (PlaceSound more in stage.Sounds.Skip(1))
        {
            SourceKind? kind = more switch
            {
                PlaceSound.Stream => SourceKind.Stream,
                PlaceSound.Fire => SourceKind.Fire,
                PlaceSound.Crowd => SourceKind.Crowd,
                PlaceSound.Children => SourceKind.Crowd,
                PlaceSound.Sea => SourceKind.Sea,
                PlaceSound.Lake => SourceKind.Lapping,
                PlaceSound.City or PlaceSound.Traffic => SourceKind.City,
                PlaceSound.Forest => SourceKind.Leaves,
                PlaceSound.Crickets => SourceKind.Crickets,
                PlaceSound.Birds when !air.Dark && air.Precipitation.Rain < 0.2f => SourceKind.Birds,
                _ => null,
            };
            if (kind is { } layer && !layers.Exists(other => other.Kind == layer))
            {
                layers.Add(new AmbienceLayer(layer, 0.3f));
            }
        }

        if (air.Precipitation.Snow > 0 || shot.Shot.Subjects.Any(subject => subject.Concept.StartsWith("christmas", StringComparison.Ordinal)))
        {
            layers.Add(new AmbienceLayer(SourceKind.Chimes, 0.14f));
        }

        if (air.Sky.Aurora > 0 || place == AmbiencePlace.Space)
        {
            layers.Add(new AmbienceLayer(SourceKind.Pad, 0.2f));
        }

        return bed with { Layers = [.. layers] };
    }

    /// <summary>Schedules everything but contacts, which are heard as physics is replayed.</summary>
    public void Score()
    {
        double seconds = _shot.Seconds;
        for (double t = 0; t < seconds; t += Grain / 2)
        {
            Camera camera = _shot.CameraAt(t);
            Vector3 forward = Vector3.Normalize(camera.Target - camera.Position);
            Vector3 right = Vector3.Cross(forward, camera.Up);
            _track.SetListener(FilmAt(_shot.WorldSeconds(t)), new Listener(camera.Position, right.LengthSquared() > 1e-6f ? Vector3.Normalize(right) : Vector3.UnitX));
        }

        foreach (Actor actor in _shot.Actors)
        {
            Carry(actor, seconds);
        }

        Steps();
        Weather();
        Voices(seconds);
    }

    /// <summary>Hears physics up to a moment of the film.</summary>
    public void HearUntil(double filmSeconds)
    {
        if (_replay is not null)
        {
            double world = (filmSeconds - _filmStart) * _rate;
            while (_replay.Seconds < world)
            {
                _replay.Step();
                _contacts!.Hear(_replay.World);
            }
        }
    }

    /// <summary>Silences what goes on when the next shot cuts in.</summary>
    public void Cut(double filmSeconds)
    {
        foreach (SourceHandle source in _sources)
        {
            _track.SetSource(source, filmSeconds, new SourceState(0, 1));
        }
    }

    private readonly List<SourceHandle> _sources = [];

    private double FilmAt(double worldSeconds) => _filmStart + (worldSeconds / _rate);

    private void Carry(Actor actor, double seconds)
    {
        Prop prop = actor.Prop;
        bool small = prop.SizeM.Length() < 1;
        bool bicycle = Vocabulary.IsA(prop.Concept, "bicycle");
        (SourceKind Kind, Func<TrackState, (float Level, float Rate)> Play)? voice = prop.Rig switch
        {
            Rig.Wheeled when actor.Weight > 0 && !bicycle => small
                ? (SourceKind.Motor, at => (0.3f * Math.Clamp(at.SpeedMps * 2, 0, 1), 90 + (60 * at.SpeedMps)))
                : (SourceKind.Engine, at => (at.SpeedMps > 0.1f ? 0.6f : 0.3f, 850 + (120 * MathF.Min(at.SpeedMps, 25)))),
            Rig.Rotor => (SourceKind.Motor, _ => (0.6f, 70)),
            Rig.Rocket when actor.Weight > 0 => (SourceKind.Rocket, at => (at.Thrust * 1.6f, 1)),
            Rig.Flame => (SourceKind.Fire, _ => (Math.Clamp(prop.SizeM.Y, 0.15f, 1.2f), 0.5f)),
            Rig.Boat when actor.Weight > 0 => (SourceKind.Lapping, at => (0.45f + MathF.Min(at.SpeedMps * 0.1f, 0.4f), 0.5f)),
            Rig.Bird when actor.Weight > 0 && actor.Index < 3 => (SourceKind.Flapping, at => (at.SpeedMps > 0.5f ? 0.35f : 0, Math.Clamp(1.1f / MathF.Sqrt(MathF.Max(prop.SizeM.X, 0.05f)), 0.6f, 9))),
            _ => null,
        };
        if (voice is not { } sounding || (actor.Weight == 0 && _sources.Count > 5) || _sources.Count > 11)
        {
            return;
        }

        SourceHandle handle = _track.AddSource(sounding.Kind);
        _sources.Add(handle);
        for (double t = 0; t <= seconds; t += Grain)
        {
            TrackState at = actor.Track.At(_shot.WorldSeconds(t));
            (float level, float rate) = sounding.Play(at);
            level = _shot.WorldSeconds(t) < actor.EntersAt ? 0 : level;
            _track.SetSource(handle, FilmAt(_shot.WorldSeconds(t)), new SourceState(level, rate, at.Position, MathF.Max(prop.SizeM.Z, 0.05f)));
        }
    }

    private void Steps()
    {
        foreach (Footfall step in _shot.Footfalls)
        {
            if (step.Actor.Weight <= 0 || step.Actor.Index > 5)
            {
                continue;
            }

            bool wet = _shot.Stage.Water is { } water && water.LevelM > step.Place.Y - 0.02f;
            float mass = Math.Clamp(step.Actor.Prop.MassKg, 0.1f, 3000);
            _track.Schedule(new SoundEvent
            {
                Kind = wet ? SoundEventKind.Splash : SoundEventKind.Step,
                Seconds = FilmAt(step.Seconds),
                Position = step.Place,
                MaterialA = SurfaceMaterial.Flesh,
                MaterialB = wet ? SurfaceMaterial.Water : GroundSurface(),
                SizeM = Math.Clamp(step.Actor.SizeM.Y * 0.2f, 0.03f, 0.6f),
                ImpulseNs = 0.35f * MathF.Pow(mass / 70, 0.5f) * (0.7f + MathF.Min(step.Actor.Track.At(step.Seconds).SpeedMps * 0.2f, 1)),
            });
        }

        foreach ((float seconds, Vector3 place, Actor runner, Actor struck) in _shot.Impacts)
        {
            _track.Schedule(new SoundEvent
            {
                Kind = SoundEventKind.Contact,
                Seconds = FilmAt(seconds),
                Position = place,
                SizeM = runner.SizeM.Z * 0.5f,
                ImpulseNs = Math.Clamp(runner.Prop.MassKg, 1, 60),
                MaterialA = PhysicsBridge.SurfaceOf(runner.Prop.Substance),
                MaterialB = PhysicsBridge.SurfaceOf(struck.Prop.Substance),
            });
        }

        foreach (Actor actor in _shot.Actors)
        {
            if (actor.Track is LeapTrack leap && actor.Weight > 0)
            {
                Vector3 place = leap.At(leap.LandSeconds).Position;
                _track.Schedule(new SoundEvent { Kind = SoundEventKind.Whoosh, Seconds = FilmAt(leap.LandSeconds - (leap.AirSeconds * 0.6)), Position = place, SizeM = actor.SizeM.Y * 0.5f, ImpulseNs = 0.4f });
                _track.Schedule(new SoundEvent { Kind = SoundEventKind.Step, Seconds = FilmAt(leap.LandSeconds), Position = place, MaterialB = GroundSurface(), SizeM = actor.SizeM.Y * 0.3f, ImpulseNs = 1.2f });
            }
        }
    }

    private SurfaceMaterial GroundSurface() => _shot.Air.SnowCover > 0.5f ? SurfaceMaterial.Snow : PhysicsBridge.SurfaceOf(_shot.Stage.Ground);

    private void Weather()
    {
        for (int i = 0; i < _shot.LightningSeconds.Count; i++)
        {
            float distanceM = 250 + (450 * Chance.At(0x7A11, i));
            double heard = FilmAt(_shot.WorldSeconds(_shot.LightningSeconds[i])) + (distanceM / 340);
            _track.Schedule(new SoundEvent { Kind = SoundEventKind.Thunder, Seconds = heard, SizeM = distanceM / 100, ImpulseNs = 2, Position = _shot.CameraAt(0).Position + new Vector3(40, 30, -60) });
        }
    }

    private void Voices(double seconds)
    {
        foreach (Actor actor in _shot.Actors)
        {
            if (actor.Weight < 0.5f || actor.Index > 2)
            {
                continue;
            }

            SoundEventKind? kind = Vocabulary.IsA(actor.Prop.Concept, "dog") ? SoundEventKind.Bark
                : Vocabulary.IsA(actor.Prop.Concept, "cat") ? SoundEventKind.Meow
                : actor.Prop.Concept is "seagull" ? SoundEventKind.Gull
                : Vocabulary.IsA(actor.Prop.Concept, "bird") ? SoundEventKind.Chirp
                : actor.Prop.Concept is "robot" ? SoundEventKind.Beep
                : actor.Prop.Concept is "wizard" ? SoundEventKind.Spark
                : null;
            if (kind is not { } voice)
            {
                continue;
            }

            Chance chance = new(Chance.Derive(actor.Seed, "voice"));
            double gap = voice is SoundEventKind.Meow or SoundEventKind.Bark ? 3.2 : voice == SoundEventKind.Spark ? 0.7 : 1.9;
            for (double t = 0.5 + (gap * chance.Unit()); t < seconds - 0.3; t += gap * (0.6 + (0.8 * chance.Unit())))
            {
                double world = _shot.WorldSeconds(t);
                if (world < actor.EntersAt)
                {
                    continue;
                }

                _track.Schedule(new SoundEvent { Kind = voice, Seconds = FilmAt(world), Position = actor.CentreAt(world), SizeM = actor.SizeM.Z, ImpulseNs = 0.5f });
            }
        }
    }
}
