using System.Numerics;
using Lucarne.Diorama.Language;
using Lucarne.Diorama.Motion;
using Lucarne.Diorama.Physics;
using Lucarne.Diorama.Rendering;
using Lucarne.Diorama.Screenplays;
using Lucarne.Diorama.Staging.Props;

namespace Lucarne.Diorama.Staging;

/// <summary>What happens after the end that a shot was laid out for: whoever is there goes on from where it is, others come in from beside the picture.</summary>
internal sealed partial class ShotBuilder
{
    /// <summary>How long one motion takes to pass into the next, world time.</summary>
    private const float PassSeconds = 1.2f;

    /// <summary>Most of one kind that come in.</summary>
    private const int MostNewcomers = 6;

    /// <summary>Goes on with what a sequel says. What was before its start stays as it was.</summary>
    /// <param name="next">What is said of the time from then on.</param>
    /// <param name="start">Moment from which it holds, world time.</param>
    /// <param name="end">Moment until which it is planned, world time.</param>
    /// <param name="view">The camera at that start.</param>
    /// <param name="aspect">Width over height of the frame.</param>
    public void GoOn(Shot next, double start, double end, Camera view, float aspect)
    {
        List<IGrouping<string, ActionClause>> deeds = [.. next.Actions.GroupBy(action => action.SubjectId)];
        List<IGrouping<string, ActionClause>> ofThoseHere = [.. deeds.Where(own => _cast.ContainsKey(own.Key) && own.All(action => action.TargetId is null || _cast.ContainsKey(action.TargetId)))];
        foreach (IGrouping<string, ActionClause> own in ofThoseHere)
        {
            GoOn(_cast[own.Key], [.. own], start, end, view);
        }

        HashSet<string> came = new(StringComparer.Ordinal);
        foreach (Subject subject in next.Subjects)
        {
            if (!_cast.ContainsKey(subject.Id) && !IsThePlaceItself(subject) && Enter(subject, next, start, end, view, aspect))
            {
                came.Add(subject.Id);
            }
        }

        foreach (IGrouping<string, ActionClause> own in deeds.Except(ofThoseHere))
        {
            if (_cast.TryGetValue(own.Key, out List<Actor>? group))
            {
                // Whoever has just come in has used its first way for that.
                bool isNew = came.Contains(own.Key);
                GoOn(group, [.. own.Where(action => !isNew || !IsWay(Behaviours.Of(action.Verb)))], isNew ? start + (0.55 * (end - start)) : start, end, view);
            }
        }

        Speak(next, start, end);
        if (Take is { } take)
        {
            take.Run(end, _cancellation);
            for (int i = 0; i < take.DynamicCount; i++)
            {
                Actor actor = take.ActorAt(i);
                actor.Track = take.TrackOf(i, _growing.Contains(actor) ? t => Ease.Lerp(1, 2.4f, Ease.Smooth(0, (float)_seconds, (float)t)) : null);
            }
        }
    }

    /// <summary>Those who come in take their ways; until then they stand where these end, so that the camera is planned for that.</summary>
    public void EndRehearsal()
    {
        foreach (ArrivalTrack arrival in _arrivals)
        {
            arrival.Rehearsed = true;
        }
    }

    private readonly List<ArrivalTrack> _arrivals = [];

    private void GoOn(List<Actor> group, List<ActionClause> deeds, double start, double end, Camera view)
    {
        for (int i = 0; i < deeds.Count; i++)
        {
            GoOn(group, deeds[i], start + (i * (end - start) / deeds.Count), start + ((i + 1) * (end - start) / deeds.Count), view);
        }
    }

    private static bool IsWay(Behaviour? behaviour) => behaviour is Behaviour.Travel or Behaviour.Chase or Behaviour.Sail or Behaviour.Fly or Behaviour.Swim
        or Behaviour.Float or Behaviour.Drift or Behaviour.Rise or Behaviour.Roll or Behaviour.Fall or Behaviour.Bounce or Behaviour.Land;

    private void GoOn(List<Actor> group, ActionClause action, double start, double end, Camera view)
    {
        Actor lead = group[0];
        if (Behaviours.Of(action.Verb) is not { } asked)
        {
            _report.Omits(action.Verb, $"\"{action.Verb}\" has no motion of its own yet; {action.SubjectId} goes on without it.");
            return;
        }

        List<Actor>? target = action.TargetId is { } id && _cast.TryGetValue(id, out List<Actor>? found) && found != group ? found : null;
        Behaviour behaviour = Adapt(asked, lead, action, target);
        if (Take is { } take && Enumerable.Range(0, take.DynamicCount).Any(i => take.ActorAt(i) == lead))
        {
            PushOn(take, group, behaviour, action, start, view);
            return;
        }

        if (lead.Attached || Behaviours.IsPhysical(behaviour) || behaviour is Behaviour.Sink or Behaviour.Orbit or Behaviour.Launch or Behaviour.Land or Behaviour.Swing or Behaviour.KnockOver)
        {
            _report.Omits(action.Verb, $"\"{action.Verb}\" cannot begin in the middle of a shot yet; {action.SubjectId} goes on as before.");
            return;
        }

        foreach (Actor actor in group)
        {
            TrackState rest = actor.Track.At(start + (PassSeconds / 2));
            Actor next = new(actor.Prop, actor.Subject, actor.Index, actor.Seed)
            {
                Placed = true,
                Track = Standing(actor, rest.Position, FacingFor(rest, target, start)),
            };
            if (IsWay(behaviour))
            {
                Leave(next, rest, behaviour, action, target, start, end, view);
            }
            else
            {
                Perform([next], action, behaviour, null);
            }

            Follow(actor, next, start);
        }
    }

    /// <summary>Hands an actor over to what it does next.</summary>
    private static void Follow(Actor actor, Actor next, double start)
    {
        actor.Track = new SequenceTrack(actor.Track, next.Track, start, PassSeconds);
        Articulation[] before = [.. actor.Articulations];
        actor.Articulations.Clear();
        actor.Articulations.Add(new SequenceArticulation(before, [.. next.Articulations], start, PassSeconds));
        actor.Gait ??= next.Gait;
    }

    /// <summary>At rest where it is: on the waves for what floats.</summary>
    private Track Standing(Actor actor, Vector3 place, float yaw)
    {
        Track still = new StillTrack(place, yaw);
        return actor.Prop.Rig is Rig.Boat && _waves is not null
            ? new FloatTrack(still, _waves.Height, new Vector2(actor.SizeM.X, actor.SizeM.Z), actor.Prop.FloatDraughtM ?? 0)
            : still;
    }

    private static float FacingFor(TrackState rest, List<Actor>? target, double start)
    {
        Vector3 towards = target is null ? rest.Forward : target[0].CentreAt(start) - rest.Position;
        return Ease.YawOf(towards with { Y = 0 });
    }

    /// <summary>A way onwards from where somebody is: to a target, or ahead, as far as the place goes.</summary>
    private void Leave(Actor next, TrackState rest, Behaviour behaviour, ActionClause action, List<Actor>? target, double start, double end, Camera view)
    {
        bool flies = behaviour is Behaviour.Fly or Behaviour.Rise or Behaviour.Drift, swims = behaviour is Behaviour.Swim, sails = behaviour is Behaviour.Sail or Behaviour.Float;
        float speed = Cruise(next) * Math.Clamp(action.Speed, 0.2f, 4) * (behaviour is Behaviour.Travel or Behaviour.Chase ? Haste(next, action) : 1);
        float length = speed * (float)(end - start);
        Vector3 from = rest.Position, ahead = Level(rest.Forward);
        bool goal = target is not null && action.Direction is not ("from" or "off" or "away");
        Vector3 way = goal ? Level(target![0].CentreAt(end) - from) : rest.SpeedMps > 0.05f ? ahead : Sideways(next, from, view);
        if (goal)
        {
            float gap = (target![0].SizeM.X + next.SizeM.Z) * 0.55f;
            length = MathF.Min(length, MathF.Max(next.SizeM.Z * 0.5f, ((target[0].CentreAt(end) - from) with { Y = 0 }).Length() - gap));
        }
        else if (behaviour is Behaviour.Travel or Behaviour.Chase)
        {
            (way, length) = WithinThePlace(from, way, length, next.SizeM.Z);
        }

        float rise = behaviour is Behaviour.Rise ? length : flies ? length * 0.25f : 0;
        float bend = MathF.Min(length * 0.3f, next.SizeM.Z * 2);
        Vector3 far = behaviour is Behaviour.Rise ? from + (way * length * 0.1f) : from + (way * length);
        Spline spline = new([from, from + (Level(ahead + way) * bend) + new Vector3(0, rise * 0.2f, 0), far + new Vector3(0, rise, 0)], false);
        bool grounded = !flies && !swims && !sails;
        Rig rig = next.Prop.Rig;
        Track track = new PathTrack(spline)
        {
            SpeedMps = speed,
            RampSeconds = PassSeconds,
            StopAfterM = spline.LengthM,
            StopRampM = MathF.Min(spline.LengthM * 0.3f, MathF.Max(next.SizeM.Z, speed)),
            Carriage = flies && rig is not Rig.Balloon || swims ? Carriage.Free : rig is Rig.Wheeled or Rig.Quadruped ? Carriage.OnGround : Carriage.Upright,
            GroundHeightM = grounded ? StandHeight : null,
            BodyLengthM = MathF.Max(next.SizeM.Z, 0.02f),
            Seed = next.Seed,
            Thrust = 0.55f,
        };
        next.Track = sails && _waves is not null ? new FloatTrack(track, _waves.Height, new Vector2(next.SizeM.X, next.SizeM.Z), next.Prop.FloatDraughtM ?? 0) : track;
        Walk(next, speed, grounded);
        Enliven(next, flies ? Behaviour.Fly : behaviour, 1);
    }

    private static Vector3 Level(Vector3 direction)
    {
        Vector3 level = direction with { Y = 0 };
        return level.LengthSquared() > 1e-8f ? Vector3.Normalize(level) : Vector3.UnitX;
    }

    /// <summary>Out of the picture to the side that has more room, a little away from the camera.</summary>
    private Vector3 Sideways(Actor actor, Vector3 from, Camera view)
    {
        Vector3 forward = Level(view.Target - view.Position), right = Vector3.Cross(forward, Vector3.UnitY);
        float side = Room(from, right) >= Room(from, -right) ? 1 : -1;
        return Level((right * side) + (forward * (0.15f + (0.2f * Chance.At(actor.Seed, 91)))));
    }

    /// <summary>How far the place reaches from a point in a direction.</summary>
    private float Room(Vector3 from, Vector3 way)
    {
        Vector3 min = _stage.PlayArea.Min, max = _stage.PlayArea.Max;
        float x = way.X > 1e-4f ? (max.X - from.X) / way.X : way.X < -1e-4f ? (min.X - from.X) / way.X : float.PositiveInfinity;
        float z = way.Z > 1e-4f ? (max.Z - from.Z) / way.Z : way.Z < -1e-4f ? (min.Z - from.Z) / way.Z : float.PositiveInfinity;
        return MathF.Max(0, MathF.Min(x, z));
    }

    private (Vector3 Way, float Length) WithinThePlace(Vector3 from, Vector3 way, float length, float sizeM)
    {
        Vector3 side = Vector3.Cross(way, Vector3.UnitY);
        Vector3 best = way;
        foreach (Vector3 other in (ReadOnlySpan<Vector3>)[Level(way + side), Level(way - side), side, -side, -way])
        {
            best = Room(from, best) < MathF.Min(length, sizeM * 3) && Room(from, other) > Room(from, best) ? other : best;
        }

        return (best, MathF.Max(sizeM * 0.2f, MathF.Min(length, Room(from, best) * 0.95f)));
    }

    /// <summary>What physics moves is pushed: up for a bounce, along for a roll, over for a fall.</summary>
    private void PushOn(PhysicsTake take, List<Actor> group, Behaviour behaviour, ActionClause action, double start, Camera view)
    {
        Chance chance = new(Chance.Derive(_seed, "push" + group[0].Subject?.Id));
        for (int i = 0; i < take.DynamicCount; i++)
        {
            Actor actor = take.ActorAt(i);
            if (!group.Contains(actor))
            {
                continue;
            }

            TrackState now = actor.Track.At(start), just = actor.Track.At(start - 0.1);
            Vector3 moved = (now.Position - just.Position) with { Y = 0 };
            Vector3 along = moved.Length() > 0.02f * actor.RadiusM ? Level(moved) : Sideways(actor, now.Position, view), pace = moved / 0.1f;
            (along, _) = WithinThePlace(now.Position, along, actor.SizeM.Length() * 6, actor.SizeM.Length());
            float hop = MathF.Sqrt(2 * MathF.Max(_stage.GravityMps2, 0.5f) * actor.SizeM.Y * 2.2f) * Math.Clamp(action.Speed, 0.5f, 2);
            float roll = MathF.Sqrt(MathF.Max(_stage.GravityMps2, 0.5f) * actor.SizeM.Y) * 1.3f * Math.Clamp(action.Speed, 0.5f, 2);
            (Vector3 change, float above) = behaviour switch
            {
                Behaviour.Bounce or Behaviour.Jump or Behaviour.Flip or Behaviour.Rise or Behaviour.Fly or Behaviour.Dance or Behaviour.Spin => (new Vector3(0, hop, 0) - (pace * 0.75f), 0f),
                Behaviour.Topple or Behaviour.Collapse or Behaviour.Fall or Behaviour.KnockOver => (along * roll, 0.35f),
                _ => ((along * roll * 1.5f) - (pace * 0.75f), 0.1f),
            };
            Vector3 spread = new Vector3(chance.Unit() - 0.5f, 0, chance.Unit() - 0.5f) * (group.Count > 1 ? roll * 0.6f : 0);

            // A moment after the start: what has been run so far reaches a little beyond it.
            take.Push(start + 0.05, take.BodyAt(i), (change + spread) * actor.Prop.MassKg, new Vector3(0, actor.SizeM.Y * above, 0));
        }
    }

    /// <summary>Brings somebody in who was not there; false where that cannot be.</summary>
    private bool Enter(Subject subject, Shot next, double start, double end, Camera view, float aspect)
    {
        Prop prop = PropLibrary.Make(new PropRequest(subject.Concept) { Attributes = subject.Attributes, Dark = _air.Dark, Seed = _world }, Vocabulary.Parent);
        Actor? host = _actors.Find(actor => actor.Weight >= 1) ?? _actors.Find(actor => actor.Weight > 0);
        bool falls = prop.Rig is Rig.Rigid && (host is null || prop.SizeM.Length() < host.SizeM.Length() * 3);
        bool moves = prop.Rig is Rig.Biped or Rig.Quadruped or Rig.Bird or Rig.Wheeled or Rig.Rotor or Rig.Balloon
            || (prop.Rig is Rig.Boat or Rig.Swimmer && _waves is not null);
        if (_stage.Airless || !(falls || moves))
        {
            _report.Omits(subject.Id, $"A {subject.Concept} cannot come into a shot that goes on; it has to be there from the start.");
            return false;
        }

        ActionClause? deed = next.Actions.FirstOrDefault(action => action.SubjectId == subject.Id);
        Vector3 forward = Level(view.Target - view.Position), right = Vector3.Cross(forward, Vector3.UnitY);
        Vector3 centre = host?.CentreAt(start + ((end - start) * 0.4)) ?? view.Target;
        List<Actor> group = [];
        int count = Math.Clamp(subject.Count, 1, MostNewcomers);
        for (int i = 0; i < count; i++)
        {
            Prop own = i == 0 ? prop : PropLibrary.Make(new PropRequest(subject.Concept) { Attributes = subject.Attributes, Dark = _air.Dark, Index = i, Seed = _world }, Vocabulary.Parent);
            Actor actor = new(own, subject, i, Chance.Derive(Chance.Derive(_seed, subject.Id), (ulong)i))
            {
                Variation = Chance.Derive(Chance.Derive(_world, subject.Id), (ulong)i),
                Weight = 0.6f,
                Placed = true,
                EntersAt = start,
            };
            float side = Chance.At(Chance.Derive(_seed, subject.Id), 3) < 0.5f ? 1 : -1;
            float beside = (host?.RadiusM ?? 0.3f) + (actor.RadiusM * (1.2f + (1.4f * i)));
            Vector3 goal = centre + (right * side * beside);
            if (Room(centre, right * side) < beside && Room(centre, -right * side) > Room(centre, right * side))
            {
                side = -side;
                goal = centre + (right * side * beside);
            }

            float depth = MathF.Max(Vector3.Dot(goal - view.Position, Vector3.Normalize(view.Target - view.Position)), actor.RadiusM);
            float tanLong = MathF.Tan(view.FieldOfViewDegrees * MathF.PI / 360);
            (float halfWide, float halfHigh) = aspect >= 1 ? (depth * tanLong, depth * tanLong / aspect) : (depth * tanLong * aspect, depth * tanLong);
            float away = MathF.Max((halfWide * 1.15f) + actor.RadiusM, beside + (actor.SizeM.Z * 3));
            Track way = falls
                ? DropIn(actor, goal, (halfHigh * 2) + actor.SizeM.Y, right * -side)
                : ComeIn(actor, goal, deed, view, right * side, away, start, end, halfHigh);
            if (way is PathTrack { StopAfterM: null })
            {
                // What only passes is not waited for.
                actor.Weight = 0.25f;
                actor.Track = new ShiftedTrack(way, start);
            }
            else
            {
                ArrivalTrack arrival = new(new ShiftedTrack(way, start), way.At(end - start));
                _arrivals.Add(arrival);
                actor.Track = arrival;
            }

            group.Add(actor);
            _actors.Add(actor);
        }

        _cast[subject.Id] = group;
        _report.Shows(subject.Concept);
        return true;
    }

    private DropTrack DropIn(Actor actor, Vector3 goal, float heightM, Vector3 inwards)
    {
        Vector3 land = OnGround(goal.X, goal.Z);
        float restitution = Math.Clamp(actor.Prop.Restitution ?? 0.4f, 0.1f, 0.8f);
        Enliven(actor, Behaviour.Idle, 1);
        return new DropTrack(land, heightM, inwards * actor.SizeM.X * -0.6f, MathF.Max(_stage.GravityMps2, 0.5f), restitution);
    }

    /// <summary>The way in from beside the picture, or from behind the camera where a wall is beside it: to the goal, or past it.</summary>
    private PathTrack ComeIn(Actor actor, Vector3 goal, ActionClause? deed, Camera view, Vector3 outwards, float outM, double start, double end, float halfHighM)
    {
        Rig rig = actor.Prop.Rig;
        bool flies = rig is Rig.Bird or Rig.Rotor or Rig.Balloon, afloat = rig is Rig.Boat or Rig.Swimmer;
        Vector3 axis = view.Position + (Vector3.Normalize(view.Target - view.Position) * Vector3.Dot(goal - view.Position, Vector3.Normalize(view.Target - view.Position)));
        Vector3 from = axis + (outwards * outM);
        if (!flies && !afloat && Room(goal, outwards) < ((from - goal) with { Y = 0 }).Length())
        {
            // Beside the camera, past it into the picture.
            from = view.Position + (outwards * actor.SizeM.X) - (Level(view.Target - view.Position) * actor.SizeM.Z);
        }

        bool passes = flies || rig is Rig.Boat or Rig.Swimmer || deed?.Direction is "past" or "across" or "through" or "over" or "along" or "around";
        Vector3 beyond = goal - (outwards * outM * 2.2f);
        float height = flies ? goal.Y + (halfHighM * 0.35f) : afloat && _waves is not null ? _waves.LevelM - (rig is Rig.Swimmer ? actor.SizeM.Y : 0) : 0;
        Vector3 At(Vector3 place) => flies || afloat ? place with { Y = height } : OnGround(place.X, place.Z);
        Spline way = passes
            ? new([At(from), At(goal), At(beyond) + (flies ? new Vector3(0, halfHighM * 0.3f, 0) : default)], false)
            : new([At(from), At(Vector3.Lerp(from, goal, 0.6f)), At(goal)], false);
        float usual = Cruise(actor) * Math.Clamp(deed?.Speed ?? 1, 0.2f, 4) * Haste(actor, deed);
        float needed = way.LengthM / MathF.Max((float)(end - start) * (passes ? 0.9f : 0.5f), 0.5f);
        float speed = Math.Clamp(needed, usual * 0.6f, usual * 3);
        Walk(actor, speed, !flies && !afloat);
        Enliven(actor, flies ? Behaviour.Fly : rig is Rig.Boat ? Behaviour.Sail : rig is Rig.Swimmer ? Behaviour.Swim : Behaviour.Travel, 1);
        if (!passes && actor.Skeleton.Head >= 0)
        {
            actor.Articulations.Add(new Acting(actor.Skeleton, Act.LookAround, actor.Seed, 0.6f));
        }

        return new PathTrack(way)
        {
            SpeedMps = speed,
            StopAfterM = passes ? null : way.LengthM,
            StopRampM = MathF.Min(way.LengthM * 0.3f, MathF.Max(actor.SizeM.Z, 0.1f)),
            Carriage = flies && rig is not Rig.Balloon || rig is Rig.Swimmer ? Carriage.Free : rig is Rig.Wheeled or Rig.Quadruped ? Carriage.OnGround : Carriage.Upright,
            GroundHeightM = flies || afloat ? null : StandHeight,
            BodyLengthM = MathF.Max(actor.SizeM.Z, 0.02f),
            Seed = actor.Seed,
            Thrust = 0.55f,
        };
    }

    private void Speak(Shot next, double start, double end)
    {
        double at = start + Math.Min(0.8, (end - start) * 0.2);
        double squeeze = Math.Min(1, (end - at - 0.3) / Math.Max(next.Dialogue.Sum(line => 0.5 + (line.Text.Length / CharactersASecond)), 0.1));
        foreach (DialogueLine line in next.Dialogue)
        {
            double spoken = Math.Max(0.4, line.Text.Length / CharactersASecond) * squeeze;
            string speaker = line.SpeakerId is { } id && _cast.ContainsKey(id) ? id : _cast.FirstOrDefault(pair => pair.Value[0].Prop.Rig is Rig.Biped or Rig.Quadruped).Key ?? "";
            SequelLines.Add((speaker, line, at, at + spoken));
            if (_cast.TryGetValue(speaker, out List<Actor>? group))
            {
                Actor actor = group[0];
                Articulation goesOn = new LaterArticulation([.. actor.Articulations], start);
                Acting talk = new(actor.Skeleton, Act.Talk, actor.Seed, 1) { Spoken = [(at - start, at + spoken - start)] };
                Articulation both = new SequenceArticulation([.. actor.Articulations], [goesOn, talk], start, PassSeconds);
                actor.Articulations.Clear();
                actor.Articulations.Add(both);
            }

            at += spoken + (0.5 * squeeze);
        }
    }

    /// <summary>Lines of sequels: who, what, and from when to when in world time.</summary>
    public List<(string SpeakerId, DialogueLine Line, double From, double To)> SequelLines { get; } = [];
}
