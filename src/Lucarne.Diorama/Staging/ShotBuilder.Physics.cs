using System.Numerics;
using Lucarne.Diorama.Motion;
using Lucarne.Diorama.Physics;
using Lucarne.Diorama.Screenplays;
using Lucarne.Diorama.Staging.Props;

namespace Lucarne.Diorama.Staging;

/// <summary>Scenes that rigid bodies play: several takes are run ahead, and the one in which the asked event is best seen is kept.</summary>
internal sealed partial class ShotBuilder
{
    private readonly List<Intent> _intents = [];

    /// <summary>What a group is to do in physics.</summary>
    private sealed record Intent(List<Actor> Group, ActionClause? Action, Behaviour Behaviour, List<Actor>? Target);

    /// <summary>How one body begins.</summary>
    private readonly record struct Start(Actor Actor, Vector3 Origin, Quaternion Rotation, Vector3 VelocityMps, Vector3 SpinRadps);

    private void PlanPhysics(List<Actor> group, ActionClause? action, Behaviour behaviour, List<Actor>? target)
    {
        group = behaviour is Behaviour.Collapse or Behaviour.Topple ? Multiply(group, behaviour) : group;
        if (target is { Count: > 0 } && !target[0].Placed && behaviour is Behaviour.Strike or Behaviour.Swing or Behaviour.Throw or Behaviour.Roll)
        {
            target = Stackable(target[0]) ? Multiply(target, Behaviour.Collapse) : target;
            if (!_intents.Exists(intent => intent.Group == target) && CanMove(target[0]))
            {
                _intents.Add(new Intent(target, null, Stackable(target[0]) ? Behaviour.Collapse : Behaviour.Idle, null));
                Place(target);
            }
            else if (!target[0].Placed)
            {
                PlaceByNature(target);
            }
        }

        // What it happens around or off stands first, and stays.
        foreach (Relation relation in _shot.Relations)
        {
            if (relation.SubjectId == group[0].Subject?.Id && _cast.TryGetValue(relation.TargetId, out List<Actor>? other) && other != group && !other[0].Placed)
            {
                PlaceByNature(other);
            }
        }

        if (target is { Count: > 0 } && !target[0].Placed && target != group)
        {
            PlaceByNature(target);
        }

        _intents.RemoveAll(intent => intent.Group == group && intent.Behaviour == Behaviour.Idle);
        _intents.Add(new Intent(group, action, behaviour, target));
        Place(group);
    }

    private static void Place(List<Actor> group)
    {
        foreach (Actor actor in group)
        {
            actor.Placed = true;
        }
    }

    private static bool CanMove(Actor actor) => actor.Prop.Rig is Rig.Rigid or Rig.Wheeled && actor.SizeM.Length() < 6;

    private static bool Stackable(Actor actor) => IsArranged(actor, "tower", "wall", "stack", "pile", "pyramid") || actor.Subject?.Concept is "wall" or "pyramid" or "pile" or "stack" or "block" or "brick" or "box" or "crate" or "can" or "barrel" or "brick-wall" or "block-tower";

    /// <summary>"A tower of blocks": the word is the concept itself or a quality of it.</summary>
    private static bool IsArranged(Actor actor, params ReadOnlySpan<string> words)
    {
        foreach (string word in words)
        {
            if (actor.Subject?.Concept == word || actor.Subject?.Attributes.Qualities.Contains(word) == true)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A tower or a wall asked for as one thing is built from the blocks that it falls into.</summary>
    private List<Actor> Multiply(List<Actor> group, Behaviour behaviour)
    {
        Actor lead = group[0];
        bool wall = lead.Subject?.Concept is "wall" or "brick-wall" || (lead.Subject?.Concept == "brick" && IsArranged(lead, "wall"));
        bool tower = IsArranged(lead, "tower", "stack", "pile", "pyramid");
        bool row = behaviour == Behaviour.Topple && lead.Subject?.Concept == "domino";
        if (lead.Subject is not { } subject || !((wall && group.Count < 30) || (tower && group.Count < 20) || row))
        {
            return group;
        }

        string concept = wall ? "brick" : subject.Concept is "tower" or "stack" or "pile" or "pyramid" or "tower-building" ? "block" : subject.Concept;
        int count = wall ? 40 : row ? Math.Max(group.Count, 30) : 27;
        float size = wall ? 3.4f * subject.Attributes.SizeScale : subject.Attributes.SizeScale;
        if (row && RingedBy(group) is { } ringed)
        {
            // A ring that reads as one: pieces about a third as tall as what they go round.
            size *= Math.Clamp(ringed[0].SizeM.Y * 0.4f / lead.SizeM.Y, 1, 4);
        }

        Attributes attributes = subject.Attributes with { Colours = subject.Attributes.Colours.Length == 0 && !wall ? ["colourful"] : subject.Attributes.Colours, SizeScale = size };
        List<Actor> pieces = [];
        Dictionary<int, Prop> made = [];
        for (int i = 0; i < count; i++)
        {
            if (!made.TryGetValue(i % 8, out Prop? prop))
            {
                made[i % 8] = prop = PropLibrary.Make(new PropRequest(concept) { Attributes = attributes, Detail = Detail.Many, Index = i % 8, Seed = _world }, Language.Vocabulary.Parent);
            }

            pieces.Add(new Actor(prop, subject, i, Chance.Derive(lead.Seed, (ulong)i)) { Variation = Chance.Derive(lead.Variation, (ulong)i), Weight = lead.Weight });
        }

        _actors.RemoveAll(group.Contains);
        _actors.AddRange(pieces);
        _cast[subject.Id] = pieces;
        for (int i = 0; i < _intents.Count; i++)
        {
            if (_intents[i].Target == group)
            {
                _intents[i] = _intents[i] with { Target = pieces };
            }
        }

        return pieces;
    }

    private void RunPhysics()
    {
        if (_intents.Count == 0)
        {
            return;
        }

        int bodies = _intents.Sum(intent => intent.Group.Count);
        int takes = bodies <= 3 ? 7 : bodies <= 8 ? 3 : 1;
        PhysicsTake? best = null;
        double bestScore = double.NegativeInfinity;
        for (int i = 0; i < takes; i++)
        {
            PhysicsTake take = Shoot(i);
            double score = Judge(take);
            if (score > bestScore)
            {
                (best, bestScore) = (take, score);
            }

            if (score >= 0.97)
            {
                break;
            }
        }

        Take = best!;
        if (AfterSeconds > 0)
        {
            Take.Run(_seconds + AfterSeconds, _cancellation);
        }

        for (int i = 0; i < Take.DynamicCount; i++)
        {
            Actor actor = Take.ActorAt(i);
            actor.Track = Take.TrackOf(i, _growing.Contains(actor) ? t => Ease.Lerp(1, 2.4f, Ease.Smooth(0, (float)_seconds, (float)t)) : null);
            Enliven(actor, Behaviour.Idle, 1);
        }
    }

    private PhysicsTake Shoot(int number)
    {
        Chance chance = new(Chance.Derive(Chance.Derive(_seed, "take"), (ulong)number));
        double start = _intents.Exists(intent => intent.Behaviour is Behaviour.Fall or Behaviour.Collapse or Behaviour.Topple) ? Math.Min(0.7, _seconds * 0.1) : 0;
        PhysicsTake take = new(
            new PhysicsOptions { StepSeconds = _intents.Sum(intent => intent.Group.Count) > 12 ? 1 / 144f : 1 / 240f, Gravity = new Vector3(0, -MathF.Max(_stage.GravityMps2, 0.001f), 0), WindMps = new Vector3(_air.WindMps.X, 0, _air.WindMps.Y) * 0.3f, AirDensityKgM3 = _stage.Airless ? 0 : 1.225f },
            start);
        List<Start> starts = [];
        foreach (Intent intent in _intents)
        {
            Begin(intent, starts, ref chance);
        }

        BuildPlace(take, starts);
        Dictionary<Actor, BodyHandle> handles = [];
        foreach (Start begin in starts)
        {
            handles[begin.Actor] = take.AddDynamic(begin.Actor, Describe(begin));
        }

        HashSet<Actor> free = [.. starts.Select(begin => begin.Actor)];
        foreach (Actor actor in _actors)
        {
            if (free.Contains(actor) || !actor.Placed || actor.Attached || actor.Prop.Rig is Rig.Plant or Rig.Flame)
            {
                continue;
            }

            TrackState at = actor.Track.At(start);
            BodyDescription description = new()
            {
                Shape = PhysicsBridge.ShapeOf(actor.Prop.Collision),
                Position = at.Position + Vector3.Transform(actor.Prop.RestOffsetM, at.Rotation),
                Orientation = at.Rotation,
                Material = PhysicsBridge.SurfaceOf(actor.Prop.Substance),
            };
            if (actor.Track is StillTrack)
            {
                take.AddStatic(description);
            }
            else
            {
                take.AddDriven(actor, description);
            }
        }

        foreach ((double seconds, Actor actor, Vector3 change, Vector3 offset) in _nudges)
        {
            if (handles.TryGetValue(actor, out BodyHandle body))
            {
                take.Push(seconds, body, change * actor.Prop.MassKg, offset);
            }
        }

        take.Run(_seconds, _cancellation);
        return take;
    }

    private readonly List<(double Seconds, Actor Actor, Vector3 ChangeMps, Vector3 OffsetM)> _nudges = [];

    private static BodyDescription Describe(Start start)
    {
        Prop prop = start.Actor.Prop;
        Vector3 size = prop.SizeM;
        float area = MathF.Cbrt(size.X * size.Y * size.Z);
        return new BodyDescription
        {
            Shape = PhysicsBridge.ShapeOf(prop.Collision),
            Position = start.Origin + Vector3.Transform(prop.RestOffsetM, start.Rotation),
            Orientation = start.Rotation,
            LinearVelocity = start.VelocityMps,
            AngularVelocity = start.SpinRadps,
            MassKg = Math.Clamp(prop.MassKg, 1e-5f, 1e6f),
            Material = PhysicsBridge.SurfaceOf(prop.Substance),
            Friction = prop.Friction,
            Restitution = prop.Restitution,
            DragAreaM2 = 0.5f * area * area,
            AngularDamping = 0.08f,
        };
    }

    private void BuildPlace(PhysicsTake take, List<Start> starts)
    {
        SurfaceMaterial ground = PhysicsBridge.SurfaceOf(_stage.Ground);
        if (_stage.FlatGround)
        {
            take.AddStatic(new BodyDescription { Shape = Shape.HalfSpace(), Position = new Vector3(0, _stage.GroundHeightM(0, 0), 0), Material = ground });
        }
        else
        {
            const int Columns = 97;
            Vector3 min = _stage.PlayArea.Min, max = _stage.PlayArea.Max;
            float side = MathF.Max(max.X - min.X, max.Z - min.Z) * 1.3f;
            Vector2 corner = new(((min.X + max.X) / 2) - (side / 2), ((min.Z + max.Z) / 2) - (side / 2));
            float spacing = side / (Columns - 1);
            float[] heights = new float[Columns * Columns];
            for (int row = 0; row < Columns; row++)
            {
                for (int column = 0; column < Columns; column++)
                {
                    heights[(row * Columns) + column] = _stage.GroundHeightM(corner.X + (column * spacing), corner.Y + (row * spacing));
                }
            }

            take.AddStatic(new BodyDescription { Shape = Shape.HeightField(heights, Columns, Columns, spacing), Position = new Vector3(corner.X + (side / 2), 0, corner.Y + (side / 2)), Material = ground });
        }

        foreach (StageCollider collider in _stage.Colliders)
        {
            take.AddStatic(new BodyDescription { Shape = PhysicsBridge.ShapeOf(collider.Shape), Position = collider.Position, Orientation = collider.Rotation, Material = PhysicsBridge.SurfaceOf(collider.Substance) });
        }
    }

    private void Begin(Intent intent, List<Start> starts, ref Chance chance)
    {
        StagePath? down = PathNamed("down");
        bool goesDown = intent.Action?.Direction is "down" or "off" || intent.Action?.TargetId == _stage.Concept || _stage.Concept is "staircase" || (_stage.PlayArea.Max.Y - _stage.PlayArea.Min.Y > 3 && intent.Behaviour == Behaviour.Roll);
        switch (intent.Behaviour)
        {
            case Behaviour.Bounce or Behaviour.Roll or Behaviour.Fall when down is not null && goesDown:
                BeginDown(intent, down, starts, ref chance);
                break;
            case Behaviour.Roll when intent.Group.Count > 1 && intent.Target is null:
                BeginInward(intent.Group, starts, ref chance);
                break;
            case Behaviour.Roll or Behaviour.Strike:
                BeginAcross(intent, starts, ref chance);
                break;
            case Behaviour.Swing:
                BeginPendulum(intent);
                break;
            case Behaviour.Throw:
                BeginThrown(intent, starts, ref chance);
                break;
            case Behaviour.Topple when intent.Group.Count > 2:
                BeginDominoes(intent, starts);
                break;
            case Behaviour.Collapse:
                BeginStack(intent, starts, ref chance);
                break;
            case Behaviour.Bounce or Behaviour.Fall:
                BeginAbove(intent, starts, ref chance);
                break;
            default:
                BeginStanding(intent, starts);
                break;
        }
    }

    /// <summary>Somebody knocks something off where it stands: it is pushed at the moment of the leap's landing.</summary>
    private void KnockOver(List<Actor> group, List<Actor>? target)
    {
        if (target is null)
        {
            Perform(group, null, Behaviour.Fight, null);
            return;
        }

        double moment = _seconds * 0.4;
        if (group[0].Placed && group[0].Track is LeapTrack leap)
        {
            moment = leap.LandSeconds + 0.25;
        }
        else if (!group[0].Placed)
        {
            PlaceByNature(group);
        }

        TrackState at = group[0].Track.At(_seconds);
        if (!target[0].Placed)
        {
            Vector3 beside = at.Position + new Vector3((group[0].SizeM.Z * 0.6f) + target[0].SizeM.X, 0, 0.1f * group[0].SizeM.X);
            if (_perch is { } perch)
            {
                // On the same shelf, nearer to its other end and its front edge.
                Vector3 top = perch.Track.At(0).Position;
                beside = new Vector3(top.X + (perch.SizeM.X * 0.3f), at.Position.Y, top.Z + MathF.Max(0, (perch.SizeM.Z * 0.5f) - target[0].SizeM.Z));
            }

            target[0].Track = new StillTrack(beside, _centre.YawRadians);
            Place(target);
        }

        _intents.Add(new Intent(target, null, Behaviour.Idle, null));
        foreach (Actor actor in target)
        {
            float push = MathF.Sqrt(MathF.Max(_stage.GravityMps2, 0.5f) * actor.SizeM.Y) * 1.1f;
            Vector3 away = _perch is null
                ? Vector3.Normalize((actor.Track.At(0).Position - at.Position) with { Y = 0 } + new Vector3(0.001f, 0, 0.4f * actor.SizeM.Y))
                : Vector3.Normalize(new Vector3(0.35f, 0, 1));
            _nudges.Add((moment, actor, away * push, new Vector3(0, actor.SizeM.Y * 0.3f, 0)));
        }

        group[0].Articulations.Add(new Acting(group[0].Skeleton, Act.Fight, group[0].Seed, 1));
    }

    /// <summary>How well a take shows what was asked, 0…1.</summary>
    private double Judge(PhysicsTake take)
    {
        double sum = 0;
        int index = 0;
        foreach (Intent intent in _intents)
        {
            if (intent.Behaviour == Behaviour.Swing)
            {
                sum += 1;
                continue;
            }

            double own = 0;
            for (int i = 0; i < intent.Group.Count; i++, index++)
            {
                own += JudgeOne(take, index, intent) / intent.Group.Count;
            }

            sum += own;
        }

        return sum / _intents.Count;
    }

    private double JudgeOne(PhysicsTake take, int index, Intent intent)
    {
        (Vector3 first, Vector3 last, float upright) = take.Outcome(index);
        Vector3 min = _stage.PlayArea.Min - new Vector3(0.5f), max = _stage.PlayArea.Max + new Vector3(0.5f);
        bool inside = last.X > min.X && last.X < max.X && last.Z > min.Z && last.Z < max.Z && last.Y > min.Y - 1;
        double stays = inside ? 1 : 0.35;
        Actor actor = intent.Group[0];
        switch (intent.Behaviour)
        {
            case Behaviour.Bounce or Behaviour.Roll or Behaviour.Fall when PathNamed("down") is { } down && first.Y - down.Points[^1].Y > 0.4f * (down.Points[0].Y - down.Points[^1].Y):
                Vector3 bottom = down.Points[^1];
                float fallen = Math.Clamp((first.Y - last.Y) / MathF.Max(first.Y - bottom.Y - actor.SizeM.Y, 0.1f), 0, 1);
                double arrives = take.Reaches(index, bottom, MathF.Max(down.WidthM, actor.SizeM.Y * 2));
                double timing = double.IsFinite(arrives) ? 1 - (Math.Abs(arrives - (_seconds * 0.62)) / _seconds) : 0.3;
                return stays * fallen * timing;
            case Behaviour.Topple:
                return upright < 0.6f ? stays : 0.2;
            case Behaviour.Collapse:
                return stays * Math.Clamp(Vector3.Distance(first, last) / MathF.Max(actor.SizeM.Y * 1.5f, 0.01f), 0, 1);
            default:
                return stays;
        }
    }
}
