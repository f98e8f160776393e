using System.Numerics;
using Lucarne.Diorama.Motion;
using Lucarne.Diorama.Screenplays;

namespace Lucarne.Diorama.Staging;

/// <summary>Everything done on the spot, and the set pieces: swings, leaps, launches, orbits.</summary>
internal sealed partial class ShotBuilder
{
    private void Perform(List<Actor> group, ActionClause? action, Behaviour behaviour, List<Actor>? target)
    {
        Actor lead = group[0];
        float rate = Math.Clamp(action?.Speed ?? 1, 0.3f, 3);
        PlaceForAct(group, behaviour, target, action);
        bool faces = target is not null && target.Count <= 8 && behaviour is Behaviour.Fight or Behaviour.Look or Behaviour.Cheer or Behaviour.Wave or Behaviour.Play or Behaviour.Talk && !lead.Attached;
        foreach (Actor actor in group)
        {
            if (faces)
            {
                TrackState at = actor.Track.At(0);
                Vector3 towards = target![0].Track.At(0).Position - at.Position;
                actor.Track = new StillTrack(at.Position, Ease.YawOf(towards));
            }

            switch (behaviour)
            {
                case Behaviour.Spin:
                    actor.Track = new SpinTrack(actor.Track, (actor.Prop.Rig is Rig.Biped ? 6.5f : 1.8f) * rate, actor.Prop.Rig is Rig.Biped ? 1.5f : 0.5f);
                    break;
                case Behaviour.Jump:
                    actor.Track = new HopTrack(actor.Track, MathF.Max(0.25f * actor.SizeM.Y, 0.02f), _stage.GravityMps2 > 0 ? _stage.GravityMps2 : 1, actor.Seed);
                    break;
                case Behaviour.Flip:
                    TrackState at = actor.Track.At(0);
                    actor.Track = new AgainTrack(new LeapTrack(at.Position, at.Position, actor.SizeM.Y * 0.75f, 0.6f, MathF.Max(_stage.GravityMps2 * 0.8f, 0.5f), 1) { Flips = -1, MiddleM = actor.SizeM.Y * 0.5f, YawAfter = Ease.YawOf(at.Forward) }, 2.9);
                    break;
                case Behaviour.Grow:
                    double full = _seconds * 0.85;
                    actor.Track = new GrowTrack(actor.Track, seconds => 0.12f + (0.88f * Ease.Smooth(0, 1, (float)(seconds / full))));
                    actor.Articulations.Add(new Growth(actor.Skeleton, full));
                    break;
                case Behaviour.Slip:
                    actor.Track = new SlipTrack(actor.Track, (float)Math.Min(1.6, _seconds * 0.3), actor.SizeM.Y);
                    break;
                default:
                    break;
            }

            Enliven(actor, behaviour, rate);
            if (actor.Skeleton.Head >= 0 || actor.Skeleton.Legs.Length > 0)
            {
                actor.Articulations.Add(new Acting(actor.Skeleton, ActFor(behaviour, actor), actor.Seed, rate));
            }
        }

        if (behaviour == Behaviour.Toss && target is not null)
        {
            Juggle(lead, target);
        }
    }

    private static Act ActFor(Behaviour behaviour, Actor actor) => behaviour switch
    {
        Behaviour.Dance => Act.Dance,
        Behaviour.Wave => Act.Wave,
        Behaviour.Bow => Act.Bow,
        Behaviour.Cheer => Act.Cheer,
        Behaviour.Talk => Act.LookAround,
        Behaviour.Sit => Act.Sit,
        Behaviour.Sleep => Act.Sleep,
        Behaviour.Fight => Act.Fight,
        Behaviour.Toss => Act.Toss,
        Behaviour.Play => Act.Play,
        Behaviour.Balance or Behaviour.Slip => Act.Balance,
        Behaviour.Cast => Act.CastSpell,
        Behaviour.Eat => Act.Eat,
        Behaviour.Spin when actor.Prop.Rig is Rig.Biped => Act.Spin,
        Behaviour.FlyKite => Act.FlyKite,
        Behaviour.Hold => Act.Hold,
        _ => Act.LookAround,
    };

    private void PlaceForAct(List<Actor> group, Behaviour behaviour, List<Actor>? target, ActionClause? action)
    {
        if (group[0].Placed)
        {
            return;
        }

        Relation? relation = _shot.Relations.FirstOrDefault(r => r.SubjectId == group[0].Subject?.Id && r.Kind is not "with" && _cast.ContainsKey(r.TargetId));
        if (relation is not null && _cast[relation.TargetId] is { } other && other != group)
        {
            if (!other[0].Placed)
            {
                PlaceByNature(other);
            }

            if (!group[0].Placed)
            {
                Relate(group, relation.Kind, other);
            }

            return;
        }

        if (action?.Direction is "beside" or "behind" or "in-front-of" or "around" or "under" or "with" && target is not null && target != group)
        {
            if (!target[0].Placed)
            {
                PlaceByNature(target);
            }

            if (!group[0].Placed)
            {
                Relate(group, action.Direction, target);
            }

            return;
        }

        if (action?.Direction is "on" or "onto" && target is not null && target[0].Prop.Rig is Rig.Rigid or Rig.Wheeled && target[0].SizeM.Y < group[0].SizeM.Y * 2)
        {
            if (!target[0].Placed)
            {
                PlaceByNature(target);
            }

            PutOn(group, target, Act.Idle);
            return;
        }

        if (behaviour is Behaviour.Flip or Behaviour.Balance && Anchor("beam") is { } beam && group.Count == 1)
        {
            group[0].Track = new StillTrack(beam.Position, beam.YawRadians + (MathF.PI / 2));
            group[0].Placed = true;
            return;
        }

        (Vector3 middle, float yaw) = Spot(group);
        Arrange(group, middle, yaw + (group[0].Prop.Rig is Rig.Quadruped && group.Count == 1 ? 0.95f : behaviour is Behaviour.Idle && group[0].Prop.Rig is Rig.Wheeled ? 0.7f : group[0].Prop.Rig is Rig.Rigid ? 0 : 0.2f));
    }

    /// <summary>Something goes up from a hand and comes down into it, in time with <see cref="Act.Toss"/>.</summary>
    private static void Juggle(Actor thrower, List<Actor> things)
    {
        PropAnchor? hand = thrower.Prop.Anchors.FirstOrDefault(a => a.Name == "hand-right") ?? thrower.Prop.Anchors.FirstOrDefault(a => a.Name.StartsWith("hand", StringComparison.Ordinal));
        if (hand is null)
        {
            return;
        }

        for (int i = 0; i < things.Count; i++)
        {
            things[i].Track = new TossTrack(thrower, hand, (float)i / things.Count, thrower.SizeM.Y * 0.55f);
            things[i].Placed = things[i].Attached = true;
        }
    }

    private void Swing(List<Actor> group, List<Actor>? target)
    {
        Actor lead = group[0];
        if (target is not null)
        {
            PlanPhysics(group, null, Behaviour.Swing, target);
            return;
        }

        float length = MathF.Max(lead.SizeM.Y * 2.2f, 0.3f);
        for (int i = 0; i < group.Count; i++)
        {
            Vector3 below = OnGround(_centre.Position.X + (i * lead.SizeM.X * 1.6f), _centre.Position.Z);
            Vector3 pivot = below + new Vector3(0, length + (lead.SizeM.Y * 0.4f), 0);
            group[i].Track = new PendulumTrack(pivot, length, 0.7f, _centre.YawRadians + (MathF.PI / 2), MathF.Max(_stage.GravityMps2, 0.5f));
            group[i].Placed = true;
            Enliven(group[i], Behaviour.Swing, 1);
        }
    }

    private void Orbit(List<Actor> group, List<Actor>? target, float pace)
    {
        Actor? hub = target?[0] ?? (group.Count > 2 ? group[0] : null);
        if (target is not null && !target[0].Placed)
        {
            target[0].Track = new StillTrack(_centre.Position + new Vector3(0, _stage.Airless ? 0 : target[0].SizeM.Y, 0), 0);
            target[0].Placed = true;
            Enliven(target[0], Behaviour.Orbit, 1);
        }

        float inner = ((hub?.RadiusM ?? group[0].RadiusM) * 0.9f) + (group[0].RadiusM * 1.1f);
        int ring = 0;
        for (int i = 0; i < group.Count; i++)
        {
            Actor actor = group[i];
            bool still = actor == hub || (hub is null && group.Count <= 2 && i == 0);
            Vector3 middle = _centre.Position + new Vector3(0, _stage.Airless ? 0 : actor.SizeM.Y, 0);
            float radius = inner + (ring * actor.RadiusM * 2.1f);

            // Kepler's third law gives the periods, scaled so that the innermost goes half round in the shot.
            float period = 18f / pace * MathF.Pow(radius / inner, 1.5f);
            actor.Track = still
                ? new StillTrack(middle, 0)
                : new OrbitTrack(hub?.Track ?? new StillTrack(middle, 0), radius, period, (Chance.At(actor.Seed, 8) * MathF.Tau * 0.6f) + (i * 1.7f), 0.16f, 1) { FacesAhead = actor.Prop.Rig is not Rig.Planet };
            ring += still ? 0 : 1;
            actor.Placed = true;
            Enliven(actor, Behaviour.Orbit, 1);
        }
    }

    private void Launch(List<Actor> group, bool lands)
    {
        StageAnchor pad = Anchor("pad") ?? _centre;
        Arrange(group, pad.Position, pad.YawRadians);
        foreach (Actor actor in group)
        {
            TrackState at = actor.Track.At(0);
            float ignite = (float)Math.Min(1.1, _seconds * 0.14);
            float airborne = MathF.Max(1, (float)_seconds - ignite - 0.8f);

            // Enough to clear its own height well within the shot, whatever its size.
            float acceleration = 2 * actor.SizeM.Y * (lands ? 2.2f : 3.2f) / (airborne * airborne);
            actor.Track = new LaunchTrack(at.Position, Ease.YawOf(at.Forward), 1, ignite, acceleration) { Lands = lands, LandSeconds = (float)_seconds * 0.72f };
            Enliven(actor, Behaviour.Launch, 1);
        }
    }

    private void Leap(List<Actor> group, List<Actor>? target, ActionClause action)
    {
        Actor lead = group[0];
        if (target is not null && !target[0].Placed)
        {
            PlaceByNature(target);
        }

        Vector3 goal = target is not null ? target[0].Track.At(0).Position : _centre.Position;
        float reach = MathF.Max(lead.SizeM.Z * 1.4f, (target?[0].SizeM.X ?? lead.SizeM.X) * 0.75f + lead.SizeM.Z);
        Vector3 side = Vector3.Transform(Vector3.UnitX, Ease.Y(_centre.YawRadians));
        bool onto = action.Direction is "onto" or "on" or "to";
        Vector3 from = goal - (side * reach), to = goal + (side * reach);
        from.Y = StandHeight(from.X, from.Z);
        to.Y = StandHeight(to.X, to.Z);
        if (onto && target is not null)
        {
            PropAnchor? top = target[0].Prop.Anchors.FirstOrDefault(a => a.Name is "top" or "edge" or "seat");
            to = goal + (top?.OffsetM ?? new Vector3(0, target[0].SizeM.Y, 0));
            to -= side * target[0].SizeM.X * 0.2f;
            _perch = target[0];
        }

        for (int i = 0; i < group.Count; i++)
        {
            Vector3 shift = new(0, 0, -i * lead.SizeM.X * 1.5f);
            float start = (float)Math.Clamp(_seconds * 0.22, 0.6, 2.5) + (i * 0.5f);
            float apex = onto ? lead.SizeM.Y * 0.3f : MathF.Max(lead.SizeM.Y * 0.5f, ((target?[0].SizeM.Y ?? 0) * 1.1f) - MathF.Max(from.Y, to.Y) + goal.Y + (lead.SizeM.Y * 0.2f));
            group[i].Track = new LeapTrack(from + shift, to + shift, apex, start, MathF.Max(_stage.GravityMps2, 0.5f), 1) { MiddleM = lead.SizeM.Y * 0.5f };
            group[i].Placed = true;
            Walk(group[i], 0.5f * Cruise(group[i]), grounded: true);
            group[i].Articulations.Add(new Acting(group[i].Skeleton, Act.LookAround, group[i].Seed, 1));
            Enliven(group[i], Behaviour.Jump, 1);
        }
    }

    /// <summary>What somebody leapt onto.</summary>
    private Actor? _perch;

    /// <summary>The same things made larger or smaller.</summary>
    private List<Actor> Resize(List<Actor> group, float scale)
    {
        if (group[0].Subject is not { } subject)
        {
            return group;
        }

        List<Actor> made = [];
        foreach (Actor actor in group)
        {
            Attributes attributes = subject.Attributes with { SizeScale = subject.Attributes.SizeScale * scale };
            Prop prop = Props.PropLibrary.Make(new Props.PropRequest(subject.Concept) { Attributes = attributes, Dark = _air.Dark, Index = actor.Index, Seed = _world }, Language.Vocabulary.Parent);
            made.Add(new Actor(prop, subject, actor.Index, actor.Seed) { Variation = actor.Variation, Weight = actor.Weight });
        }

        _actors.RemoveAll(group.Contains);
        _actors.AddRange(made);
        _cast[subject.Id] = made;
        return made;
    }

    /// <summary>What a group is to run into, by any of its actions.</summary>
    private List<Actor>? CrashOf(List<Actor> group)
    {
        foreach (ActionClause action in _shot.Actions)
        {
            if (action.SubjectId == group[0].Subject?.Id && Behaviours.Of(action.Verb) is Behaviour.Strike && action.TargetId is { } id && _cast.TryGetValue(id, out List<Actor>? target) && target != group)
            {
                return target;
            }
        }

        return null;
    }

    /// <summary>A vehicle runs into something that stands in its way, stops dead, and falls over if it has two wheels.</summary>
    private void Crash(List<Actor> group, List<Actor> target)
    {
        if (!target[0].Placed)
        {
            Arrange(target, _centre.Position, _centre.YawRadians);
        }

        Actor lead = group[0];
        Vector3 side = Vector3.Transform(Vector3.UnitX, Ease.Y(_centre.YawRadians));
        Vector3 goal = target[0].Track.At(0).Position;
        float speed = Cruise(lead);
        float moment = (float)_seconds * 0.55f;
        Vector3 from = goal - (side * ((speed * moment) + ((target[0].SizeM.X + lead.SizeM.Z) * 0.5f)));
        Spline way = new([OnGround(from.X, from.Z), OnGround((from.X + goal.X) / 2, (from.Z + goal.Z) / 2), goal], false);
        for (int i = 0; i < group.Count; i++)
        {
            Track run = new PathTrack(way)
            {
                SpeedMps = speed,
                StopAfterM = (speed * moment) + (lead.SizeM.Z * 0.12f),
                StopRampM = lead.SizeM.Z * 0.15f,
                LaneM = i * lead.SizeM.X * 1.4f,
                Carriage = Carriage.OnGround,
                GroundHeightM = StandHeight,
                BodyLengthM = lead.SizeM.Z,
                Thrust = 0.5f,
            };
            group[i].Track = lead.SizeM.X < lead.SizeM.Z * 0.45f ? new TipTrack(run, moment + 0.1f) : run;
            group[i].Placed = true;
            Enliven(group[i], Behaviour.Travel, 1);
        }

        Impacts.Add((moment, goal - (side * target[0].SizeM.X * 0.45f) + new Vector3(0, lead.SizeM.Y * 0.4f, 0), lead, target[0]));
    }

    /// <summary>Meetings that no physics plays: moment, place, who ran and what was hit.</summary>
    public List<(float Seconds, Vector3 Place, Actor Runner, Actor Struck)> Impacts { get; } = [];

    private void BalanceOn(List<Actor> group, List<Actor> target)
    {
        if (IsRound(target[0]) && !target[0].Placed && target[0].SizeM.Y < group[0].SizeM.Y * 0.3f)
        {
            // A ball that carries somebody is large enough to stand on.
            target = Resize(target, group[0].SizeM.Y * 0.42f / target[0].SizeM.Y);
        }

        if (!target[0].Placed)
        {
            PlaceByNature(target);
        }

        Actor below = target[0], lead = group[0];
        TrackState at = below.Track.At(0);
        float radius = below.SizeM.Y * 0.5f;
        if (IsRound(below))
        {
            // The ball rolls a little to and fro, and its rider steps to stay above it.
            below.Track = new TeeterTrack(at.Position, radius, radius * 0.35f, Chance.Derive(_seed, "balance"));
        }

        lead.Track = new AttachedTrack(below, 0, IsRound(below) ? Vector3.Zero : new Vector3(0, below.SizeM.Y, 0), Quaternion.Identity, 1) { Upright = true, AboveM = IsRound(below) ? below.SizeM.Y : 0 };
        lead.Placed = lead.Attached = true;
        lead.Articulations.Add(new Acting(lead.Skeleton, Act.Balance, lead.Seed, 1));
        Enliven(lead, Behaviour.Balance, 1);
    }
}
