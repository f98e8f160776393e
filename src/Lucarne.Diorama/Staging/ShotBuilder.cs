using System.Numerics;
using Lucarne.Diorama.Language;
using Lucarne.Diorama.Motion;
using Lucarne.Diorama.Rendering;
using Lucarne.Diorama.Screenplays;
using Lucarne.Diorama.Staging.Props;

namespace Lucarne.Diorama.Staging;

/// <summary>Lays one shot out: casts its subjects, places them, and gives each its motion.</summary>
/// <remarks>Order: cast, actions in order of mention (carriers before riders), relations, what is left, physics, dressing.</remarks>
internal sealed partial class ShotBuilder
{
    /// <summary>Most props of one subject on stage.</summary>
    public const int MaximumCount = 120;

    private readonly Shot _shot;
    private readonly SettingStage _stage;
    private readonly Air _air;
    private readonly ulong _seed;
    private readonly ulong _world;
    private readonly ReportBuilder _report;
    private readonly WaveField? _waves;
    private readonly double _seconds;
    private readonly StageAnchor _centre;
    private readonly Dictionary<string, List<Actor>> _cast = new(StringComparer.Ordinal);
    private readonly List<Actor> _actors = [];
    private readonly Footprints _footprints = new();
    private CancellationToken _cancellation;

    /// <param name="shot">What is asked.</param>
    /// <param name="stage">The place.</param>
    /// <param name="air">Light and weather.</param>
    /// <param name="seconds">Length of the shot in world time.</param>
    /// <param name="seed">Seed of this shot: motion and physics.</param>
    /// <param name="world">Seed of the film: looks.</param>
    /// <param name="report">Told what is shown and what is not.</param>
    public ShotBuilder(Shot shot, SettingStage stage, Air air, double seconds, ulong seed, ulong world, ReportBuilder report)
    {
        _shot = shot;
        _stage = stage;
        _air = air;
        _seconds = seconds;
        _seed = seed;
        _world = world;
        _report = report;
        _waves = stage.Water is { } water ? new WaveField(water) : null;
        StageAnchor centre = Anchor("centre") ?? new StageAnchor("centre", new Vector3(0, stage.GroundHeightM(0, 0), 0), 0, new Vector2(3, 3));

        // What stands at the centre is laid out towards the place's best view.
        Vector3? view = stage.CameraHints.Length > 0 ? (stage.CameraHints[0].Position - centre.Position) with { Y = 0 } : null;
        _centre = view is { } seen && seen.LengthSquared() > 0.01f ? centre with { YawRadians = Ease.YawOf(seen) } : centre;
    }

    /// <summary>World time for which what happens goes on after the end that the shot is laid out for.</summary>
    public double AfterSeconds { get; init; }

    /// <summary>Everything that moves or may move.</summary>
    public IReadOnlyList<Actor> Actors => _actors;

    /// <summary>Props of the place that stay where they are.</summary>
    public IEnumerable<Actor> StillScenery => _actors.Where(actor => actor.Weight == 0 && actor.Track is StillTrack);

    /// <summary>What physics did, if anything.</summary>
    public PhysicsTake? Take { get; private set; }

    /// <summary>Waves of the place's water.</summary>
    public WaveField? Waves => _waves;

    /// <summary>Moments, in world time, between which each subject speaks.</summary>
    public Dictionary<string, (double From, double To)[]> Speech { get; } = new(StringComparer.Ordinal);

    /// <summary>Builds the shot.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public void Build(CancellationToken cancellation)
    {
        _cancellation = cancellation;
        CastSubjects();
        foreach (ActionClause action in _shot.Actions.OrderBy(action => IsRide(action) ? 1 : 0))
        {
            if (_cast.TryGetValue(action.SubjectId, out List<Actor>? group))
            {
                if (!group[0].Placed)
                {
                    Play(group, action);
                }
                else
                {
                    PlayNext(group, action);
                }
            }
        }

        PlaceRelations();
        WearHats();
        PlaceTheRest();
        RunPhysics();
        SpeakLines();
        Dress();
    }

    private void CastSubjects()
    {
        bool dark = _air.Dark;
        foreach (Subject subject in _shot.Subjects)
        {
            _cancellation.ThrowIfCancellationRequested();
            if (IsThePlaceItself(subject) || WholeOf(subject) is not null)
            {
                _report.Shows(subject.Concept);
                continue;
            }

            List<Actor> group = [];
            int count = Math.Clamp(subject.Count, 1, MaximumCount);
            if (subject.Count > MaximumCount)
            {
                _report.Omits(subject.Id, $"{MaximumCount} of {subject.Count} are on stage: more would not be told apart.");
            }

            // What the word itself says ("rubber duck") is the usual look already; only what the prompt adds changes it.
            Attributes attributes = subject.Attributes.Material is { } material && Vocabulary.Find(subject.Concept)?.Implied.Any(pair => pair.Key == "material" && pair.Value == material) == true
                ? subject.Attributes with { Material = null }
                : subject.Attributes;
            Detail detail = count > 24 ? Detail.Far : count > 4 ? Detail.Many : Detail.Hero;
            int variants = subject.Attributes.Colours.Contains("colourful") ? 8 : 5;
            Dictionary<int, Prop> made = [];
            for (int i = 0; i < count; i++)
            {
                int variation = count > variants ? i % variants : i;
                if (!made.TryGetValue(variation, out Prop? prop))
                {
                    prop = PropLibrary.Make(new PropRequest(subject.Concept) { Attributes = attributes, Dark = dark, Detail = detail, Index = variation, Seed = _world }, Vocabulary.Parent);
                    made.Add(variation, prop);
                }

                Actor actor = new(prop, subject, i, Chance.Derive(Chance.Derive(_seed, subject.Id), (ulong)i))
                {
                    Variation = Chance.Derive(Chance.Derive(_world, subject.Id), (ulong)i),
                    Weight = _cast.Count == 0 ? 1 : count > 8 ? 0.4f : 0.6f,
                };
                group.Add(actor);
                _actors.Add(actor);
            }

            _cast[subject.Id] = group;
            if (group[0].Prop.InsteadOf is null)
            {
                _report.Shows(subject.Concept);
            }
            else
            {
                _report.Substitutes(subject.Concept, group[0].Prop.Concept);
            }
        }

        foreach (Subject part in _shot.Subjects)
        {
            if (!_cast.ContainsKey(part.Id) && WholeOf(part) is { } whole && _cast.TryGetValue(whole.Id, out List<Actor>? owner))
            {
                _cast[part.Id] = owner;
            }
        }
    }

    /// <summary>The subject that a named part belongs to ("the towers" of a castle); null where it stands for itself.</summary>
    private Subject? WholeOf(Subject part)
    {
        string[] wholes = part.Concept switch
        {
            "tower-building" => ["castle", "church"],
            _ => [],
        };
        return _shot.Subjects.FirstOrDefault(other => other != part && wholes.Contains(other.Concept));
    }

    /// <summary>A subject that the setting already shows ("a staircase", "the sea") is not put on stage a second time.</summary>
    private bool IsThePlaceItself(Subject subject) =>
        subject.Concept == _stage.Concept || subject.Concept == _stage.InsteadOf || (subject.Concept == "sunflower" && _stage.Concept == "sunflower-field") || Vocabulary.Find(subject.Concept)?.Kind == ConceptKind.Place;

    private static bool IsRide(ActionClause action) => action.Verb is "ride" || Behaviours.Of(action.Verb) is Behaviour.Ride;

    private void Play(List<Actor> group, ActionClause action)
    {
        Actor lead = group[0];
        Behaviour? behaviour = Behaviours.Of(action.Verb);
        if (behaviour is null)
        {
            _report.Omits(action.Verb, $"\"{action.Verb}\" has no motion of its own yet; {action.SubjectId} is shown without it.");
            return;
        }

        List<Actor>? target = action.TargetId is { } id && _cast.TryGetValue(id, out List<Actor>? found) && found != group ? found : null;
        if (IsRide(action) && target is not null && target[0].Prop.Rig is Rig.Wheeled or Rig.Quadruped or Rig.Boat or Rig.Rotor or Rig.Bird or Rig.Swimmer)
        {
            if (!target[0].Placed)
            {
                Travel(target, action, Behaviour.Travel);
            }

            PutOn(group, target, Act.Ride);
            return;
        }

        if (lead.Prop.Rig is Rig.Wheeled && CrashOf(group) is { } struck)
        {
            Crash(group, struck);
            return;
        }

        behaviour = Adapt(behaviour.Value, lead, action, target);
        switch (behaviour.Value)
        {
            case Behaviour.Bounce or Behaviour.Roll or Behaviour.Fall or Behaviour.Topple or Behaviour.Collapse or Behaviour.Strike or Behaviour.Throw:
                PlanPhysics(group, action, behaviour.Value, target);
                break;
            case Behaviour.Travel or Behaviour.Chase or Behaviour.Sail or Behaviour.Fly or Behaviour.Swim or Behaviour.Sink or Behaviour.Float or Behaviour.Drift or Behaviour.Rise:
                Travel(group, action, behaviour.Value);
                if (behaviour == Behaviour.Chase && target is not null && !target[0].Placed)
                {
                    Travel(target, action, Behaviour.Chase, aheadM: 2.5f * MathF.Max(lead.SizeM.Z, target[0].SizeM.Z));
                }

                break;
            case Behaviour.Swing:
                Swing(group, target);
                break;
            case Behaviour.KnockOver:
                KnockOver(group, target);
                break;
            case Behaviour.Orbit:
                Orbit(group, target, action.Speed);
                break;
            case Behaviour.Launch:
                Launch(group, lands: false);
                break;
            case Behaviour.Land:
                Launch(group, lands: true);
                break;
            case Behaviour.Jump when target is not null || action.Direction is "over" or "onto" or "across":
                Leap(group, target, action);
                break;
            case Behaviour.Balance when target is not null:
                BalanceOn(group, target);
                break;
            case Behaviour.FlyKite:
                Perform(group, action, Behaviour.FlyKite, target);
                FlyKite(group[0]);
                break;
            default:
                Perform(group, action, behaviour.Value, target);
                break;
        }
    }

    /// <summary>A further action of a group that has its place and way: what comes after, or goes on at the same time.</summary>
    private void PlayNext(List<Actor> group, ActionClause action)
    {
        Actor last = group[^1];
        List<Actor>? target = action.TargetId is { } id && _cast.TryGetValue(id, out List<Actor>? found) && found != group ? found : null;
        switch (Behaviours.Of(action.Verb))
        {
            case Behaviour.KnockOver or Behaviour.Strike when target is { } struck && !struck[0].Placed:
                KnockOver(group, target);
                break;
            case Behaviour.Slip when last.Track is PathTrack or StillTrack:
                last.Track = new SlipTrack(last.Track, (float)_seconds * 0.5f, last.SizeM.Y);
                break;
            case Behaviour.Wave or Behaviour.Bow or Behaviour.Cheer or Behaviour.Cast when last.Track is StillTrack:
                last.Articulations.Add(new Acting(last.Skeleton, ActFor(Behaviours.Of(action.Verb)!.Value, last), last.Seed, 1));
                break;
            case Behaviour.Grow:
                foreach (Actor actor in group)
                {
                    _growing.Add(actor);
                }

                break;
            case Behaviour.Toss when target is not null:
                Juggle(group[0], target);
                break;
            default:
                break;
        }
    }

    private readonly HashSet<Actor> _growing = [];

    /// <summary>The same verb asks different things of a ball, a car and a horse.</summary>
    private Behaviour Adapt(Behaviour behaviour, Actor lead, ActionClause action, List<Actor>? target)
    {
        Rig rig = lead.Prop.Rig;
        bool alive = rig is Rig.Biped or Rig.Quadruped or Rig.Bird or Rig.Swimmer;
        return behaviour switch
        {
            Behaviour.Roll when alive || rig is Rig.Wheeled => Behaviour.Travel,
            Behaviour.Bounce when alive => Behaviour.Jump,
            Behaviour.Fall when rig is Rig.Plant or Rig.Flame => Behaviour.Sway,
            Behaviour.Fall when rig is Rig.Biped or Rig.Quadruped && action.Verb != "drop" => Behaviour.Slip,
            Behaviour.Throw when rig is Rig.Biped or Rig.Quadruped => Behaviour.Toss,
            Behaviour.Strike when alive && target is not null && !Behaviours.IsPhysical(Behaviour.Travel) => Behaviour.KnockOver,
            Behaviour.Travel when rig is Rig.Boat => Behaviour.Sail,
            Behaviour.Travel when rig is Rig.Rotor or Rig.Bird && !HasLegs(lead) => Behaviour.Fly,
            Behaviour.Travel when rig is Rig.Swimmer => Behaviour.Swim,
            Behaviour.Travel when rig is Rig.Balloon => Behaviour.Drift,
            Behaviour.Travel when rig is Rig.Planet => Behaviour.Orbit,
            Behaviour.Travel when rig is Rig.Plant or Rig.Flame => Behaviour.Sway,
            Behaviour.Travel when rig is Rig.Rigid => IsRound(lead) ? Behaviour.Roll : _stage.Water is not null && lead.Prop.FloatDraughtM is not null ? Behaviour.Float : Behaviour.Travel,
            Behaviour.Fly when rig is Rig.Balloon => Behaviour.Drift,
            Behaviour.Fly when rig is Rig.Rocket => Behaviour.Launch,
            Behaviour.Fly when rig is Rig.Planet => Behaviour.Orbit,
            Behaviour.Fly when rig is Rig.Wheeled or Rig.Rigid => Behaviour.Fly,
            Behaviour.Float when _stage.Airless || (_waves is null && Anchor("water") is null && lead.Prop.Rig is not Rig.Boat) => Behaviour.Drift,
            Behaviour.Rise when rig is Rig.Biped or Rig.Quadruped => Behaviour.Travel,
            Behaviour.Sway when rig is Rig.Biped => Behaviour.Dance,
            Behaviour.Land when rig is not (Rig.Rocket or Rig.Rotor) => alive ? Behaviour.Fly : Behaviour.Fall,
            Behaviour.Swing when alive => Behaviour.Dance,
            Behaviour.Sink when rig is Rig.Biped or Rig.Quadruped or Rig.Wheeled => Behaviour.Travel,
            Behaviour.Sink when rig is Rig.Balloon or Rig.Rotor or Rig.Rocket => Behaviour.Land,
            Behaviour.Sink when rig is not (Rig.Swimmer or Rig.Boat) => Behaviour.Fall,
            _ => behaviour,
        };
    }

    private static bool HasLegs(Actor actor) => actor.Skeleton.Legs.Length > 0 && actor.Prop.Rig is not Rig.Bird;

    private static bool IsRound(Actor actor) => actor.Prop.Collision is CollisionShape.Sphere;

    /// <summary>Everything not yet placed stands about the centre, the first in front.</summary>
    private void PlaceTheRest()
    {
        foreach (List<Actor> group in _cast.Values)
        {
            if (!group[0].Placed)
            {
                PlaceByNature(group);
            }
        }
    }

    private void PlaceByNature(List<Actor> group)
    {
        Actor lead = group[0];
        bool openWater = _waves is not null && StandHeight(_centre.Position.X, _centre.Position.Z) < _waves.LevelM - 0.3f;
        switch (lead.Prop.Rig)
        {
            case Rig.Boat when _waves is not null:
                Travel(group, null, Behaviour.Sail);
                break;
            case Rig.Swimmer when _waves is not null || _stage.Fog is not null:
                Travel(group, null, Behaviour.Swim);
                break;
            case Rig.Balloon:
                Travel(group, null, Behaviour.Drift);
                break;
            case Rig.Planet:
                Orbit(group, null, 1);
                break;
            case Rig.Wheeled when PathNamed("track", "road") is not null && _cast.Count < 3:
                Travel(group, null, Behaviour.Travel);
                break;
            case Rig.Rotor or Rig.Bird when _stage.PlayArea.Max.Y - _stage.PlayArea.Min.Y > 5:
                Travel(group, null, Behaviour.Fly);
                break;
            case Rig.Biped when _shot.Dialogue.Any(line => line.SpeakerId == lead.Subject?.Id):
                Perform(group, null, Behaviour.Talk, null);
                break;
            default:
                if (openWater && lead.Prop.FloatDraughtM is not null)
                {
                    Travel(group, null, Behaviour.Float);
                }
                else
                {
                    Perform(group, null, Behaviour.Idle, null);
                }

                break;
        }
    }

    /// <summary>Props that belong to the place live by their rig.</summary>
    private void Dress()
    {
        for (int i = 0; i < _stage.Dressing.Length; i++)
        {
            SetDressing piece = _stage.Dressing[i];
            Actor actor = new(piece.Prop, null, i, Chance.Derive(_world ^ 0xD7E55, (ulong)i)) { Weight = 0, Placed = true };
            Track place = new StillTrack(piece.Position, piece.YawRadians, piece.Scale);
            if (_waves is not null && (piece.Prop.Rig is Rig.Boat || (piece.Prop.FloatDraughtM is not null && piece.Position.Y <= _waves.LevelM + 0.05f && StandHeight(piece.Position.X, piece.Position.Z) < _waves.LevelM - 0.1f)))
            {
                place = new FloatTrack(place, _waves.Height, new Vector2(piece.Prop.SizeM.X, piece.Prop.SizeM.Z) * piece.Scale, piece.Prop.FloatDraughtM ?? 0);
            }

            actor.Track = place;
            Enliven(actor, Behaviour.Idle, 1);
            _actors.Add(actor);
        }
    }

    /// <summary>Joint motion that suits a rig when it does nothing in particular, or moves along.</summary>
    private void Enliven(Actor actor, Behaviour behaviour, float speed)
    {
        Skeleton skeleton = actor.Skeleton;
        switch (actor.Prop.Rig)
        {
            case Rig.Wheeled:
                actor.Articulations.Add(new WheelSpin(skeleton, actor.Seed));
                actor.Articulations.Add(new Turning(skeleton, 1));
                break;
            case Rig.Boat:
                actor.Articulations.Add(new Rigging(skeleton, _air.Wind, actor.Seed));
                actor.Articulations.Add(new Turning(skeleton, 1));
                break;
            case Rig.Bird when behaviour is Behaviour.Fly:
                actor.Articulations.Add(new WingBeat(skeleton, Math.Clamp(1.1f / MathF.Sqrt(MathF.Max(actor.SizeM.X, 0.05f)), 0.55f, 9) * speed, actor.Seed, actor.SizeM.X > 0.9f ? 0.55f : 0.2f));
                break;
            case Rig.Bird:
                actor.Articulations.Add(new WingsFolded(skeleton, actor.Seed));
                break;
            case Rig.Swimmer:
                actor.Articulations.Add(new SwimBeat(skeleton, Math.Clamp(1.3f / MathF.Sqrt(MathF.Max(actor.SizeM.Z, 0.05f)), 0.22f, 4) * speed, actor.Seed));
                break;
            case Rig.Flame:
                actor.Articulations.Add(new FlameFlicker(skeleton, actor.Seed, _air.Wind));
                break;
            case Rig.Rocket:
                actor.Articulations.Add(new RocketParts(skeleton, actor.Seed));
                break;
            case Rig.Plant:
                actor.Articulations.Add(new WindLean(_air.Wind, actor.Seed));
                break;
            case Rig.Rotor or Rig.Machine or Rig.Planet:
                actor.Articulations.Add(new Turning(skeleton, speed));
                break;
            case Rig.Biped or Rig.Quadruped or Rig.Rigid or Rig.Balloon:
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(actor), actor.Prop.Rig, "A rig without a motion.");
        }

        if (actor.Skeleton.Starting("flame").Length > 0 && actor.Prop.Rig is not (Rig.Flame or Rig.Rocket))
        {
            actor.Articulations.Add(new FlameFlicker(skeleton, actor.Seed, _air.Wind));
        }
    }

    /// <summary>Pace of speech.</summary>
    private const double CharactersASecond = 14;

    private void SpeakLines()
    {
        double at = Math.Min(0.8, _seconds * 0.1);
        double length = _shot.Dialogue.Sum(line => 0.5 + (line.Text.Length / CharactersASecond));
        double squeeze = Math.Min(1, (_seconds - at - 0.3) / Math.Max(length, 0.1));
        foreach (DialogueLine line in _shot.Dialogue)
        {
            double spoken = Math.Max(0.4, line.Text.Length / CharactersASecond) * squeeze;
            string speaker = line.SpeakerId is { } id && _cast.ContainsKey(id) ? id : _cast.FirstOrDefault(pair => pair.Value[0].Prop.Rig is Rig.Biped or Rig.Quadruped).Key ?? "";
            (double From, double To)[] before = Speech.GetValueOrDefault(speaker, []);
            Speech[speaker] = [.. before, (at, at + spoken)];
            at += spoken + (0.5 * squeeze);
        }

        foreach ((string speaker, (double From, double To)[] spoken) in Speech)
        {
            if (_cast.TryGetValue(speaker, out List<Actor>? group))
            {
                group[0].Articulations.Add(new Acting(group[0].Skeleton, Act.Talk, group[0].Seed, 1) { Spoken = spoken });
                group[0].Weight = 1;
            }
        }
    }

    private StageAnchor? Anchor(params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            foreach (StageAnchor anchor in _stage.Anchors)
            {
                if (anchor.Name == name)
                {
                    return anchor;
                }
            }
        }

        return null;
    }

    private StagePath? PathNamed(params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            foreach (StagePath path in _stage.Paths)
            {
                if (path.Name == name)
                {
                    return path;
                }
            }
        }

        return null;
    }
}
