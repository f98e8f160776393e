using System.Numerics;
using Lucarne.Diorama.Motion;
using Lucarne.Diorama.Screenplays;

namespace Lucarne.Diorama.Staging;

/// <summary>Everything that goes somewhere: over the ground, on and under water, through the air.</summary>
internal sealed partial class ShotBuilder
{
    private void Travel(List<Actor> group, ActionClause? action, Behaviour behaviour, float aheadM = 0)
    {
        Actor lead = group[0];
        float pace = Math.Clamp(action?.Speed ?? 1, 0.2f, 4);
        List<Actor>? target = action?.TargetId is { } id && _cast.TryGetValue(id, out List<Actor>? found) && found != group ? found : null;
        switch (behaviour)
        {
            case Behaviour.Drift or Behaviour.Rise when lead.Prop.Rig is not (Rig.Swimmer or Rig.Boat):
                Float(group, behaviour, pace);
                return;
            case Behaviour.Float when lead.Prop.Rig is not Rig.Boat && (_waves is not null || Anchor("water") is not null):
                FloatOnWater(group);
                return;
            case Behaviour.Float when lead.Prop.Rig is not Rig.Boat:
                Float(group, Behaviour.Drift, pace);
                return;
            case Behaviour.Sail or Behaviour.Float:
                Along(group, Route(lead, ["water"], OverWater(lead), pace, action, target), Behaviour.Sail, aheadM);
                return;
            case Behaviour.Swim when action?.Direction is "under" or "below" or "beneath" && target is not null && _waves is not null:
                if (!target[0].Placed)
                {
                    PlaceByNature(target);
                }

                Beneath(group, target);
                return;
            case Behaviour.Swim or Behaviour.Sink when _waves is not null || lead.Prop.Rig is Rig.Swimmer or Rig.Boat:
                Along(group, UnderWater(lead, pace, action, target), Behaviour.Swim, aheadM);
                return;
            case Behaviour.Fly:
                Along(group, Route(lead, ["sky"], InTheAir(lead, target), pace, action, target), Behaviour.Fly, aheadM);
                return;
            default:
                string[] names = lead.Prop.Rig is Rig.Wheeled
                    ? lead.Prop.Concept.Contains("train", StringComparison.Ordinal) ? ["track", "road"] : ["road", "track", "walk"]
                    : ["run", "walk", "shore", "road", "down"];
                Along(group, Route(lead, names, null, pace * Haste(lead, action), action, target), Behaviour.Travel, aheadM);
                return;
        }
    }

    /// <summary>Running is faster than the usual pace, galloping more so.</summary>
    private static float Haste(Actor lead, ActionClause? action)
    {
        if (lead.Prop.Rig is not (Rig.Biped or Rig.Quadruped) || action is null)
        {
            return 1;
        }

        bool four = lead.Prop.Rig is Rig.Quadruped;
        return action.Verb switch
        {
            "gallop" => four ? 4.6f : 3,
            "run" or "chase" or "flee-from" => four ? 3.4f : 2.6f,
            "crawl" or "sneak" => 0.4f,
            "skate" or "ski" or "surf" => 2.5f,
            "march" => 1.15f,
            _ => 1,
        };
    }

    /// <summary>Usual speed of a kind that gives none: legs set the pace, length does for what floats, swims and flies.</summary>
    private static float Cruise(Actor actor)
    {
        if (actor.Prop.CruiseSpeedMps > 0)
        {
            return actor.Prop.CruiseSpeedMps;
        }

        return actor.Prop.Rig switch
        {
            Rig.Biped or Rig.Quadruped => 0.45f * MathF.Sqrt(9.81f * actor.Skeleton.LegLengthM),
            Rig.Wheeled => 2.2f * actor.SizeM.Z,
            Rig.Boat => 0.9f * MathF.Sqrt(actor.SizeM.Z),
            Rig.Swimmer => 0.7f * MathF.Sqrt(actor.SizeM.Z),
            Rig.Bird or Rig.Rotor => 4.5f * MathF.Sqrt(MathF.Max(actor.SizeM.X, 0.05f)),
            _ => 0.8f * MathF.Sqrt(MathF.Max(actor.RadiusM, 0.01f)),
        };
    }

    /// <summary>A way to go: a curve, where to start on it, how fast, and where to stop.</summary>
    private sealed record Course(Spline Spline, float StartM, float SpeedMps, float WidthM, float? StopAfterM = null, Carriage? Carriage = null, bool OnWater = false, float LiftM = 0);

    private Course Route(Actor lead, ReadOnlySpan<string> names, Course? otherwise, float pace, ActionClause? action, List<Actor>? target)
    {
        float speed = Cruise(lead) * pace;
        float way = speed * (float)_seconds;
        if (target is not null && action?.Direction is "into" or "to" or "towards" or "toward" or "onto" && target[0].Placed)
        {
            Vector3 goal = target[0].Track.At(0).Position;
            float stop = (target[0].SizeM.X + lead.SizeM.Z) * 0.5f;
            float length = Math.Clamp(way * 0.75f, stop * 2, 40 * lead.SizeM.Z);
            Vector3 from = goal + Vector3.Transform(new Vector3(-length, 0, length * 0.12f), Ease.Y(_centre.YawRadians));
            Spline direct = new([OnGround(from.X, from.Z), goal], false);
            return new Course(direct, 0, MathF.Min(speed, length / MathF.Max((float)_seconds * 0.6f, 0.5f)), lead.SizeM.X * 3, direct.LengthM - stop);
        }

        Vector3 middle = target is not null && target[0].Placed && action?.Direction is "past" or "over" or "under" or "around" or "across" or "through" ? target[0].CentreAt(_seconds / 2) : _centre.Position;
        if (action?.Direction is "around" && target is not null && lead.Prop.Rig is not Rig.Boat)
        {
            return Circle(target[0], lead, speed, otherwise?.Carriage is Carriage.Free ? middle.Y - target[0].Track.At(0).Position.Y : null);
        }

        StagePath? path = PathNamed(names);
        if (path is not null && path.Points.Length >= 2)
        {
            Spline spline = new(path.Points.AsSpan(), path.Closed);
            float fit = path.Closed ? way : MathF.Min(way, spline.LengthM * 0.97f);
            speed = path.Closed ? speed : MathF.Max(speed * 0.3f, MathF.Min(speed, fit / MathF.Max((float)_seconds, 0.1f)));
            float start = spline.NearestDistance(middle) - (speed * (float)_seconds * 0.5f);
            start = path.Closed ? start : Math.Clamp(start, 0, MathF.Max(0, spline.LengthM - (speed * (float)_seconds)));
            return (otherwise ?? new Course(spline, 0, 0, 0)) with { Spline = spline, StartM = start, SpeedMps = speed, WidthM = path.WidthM };
        }

        if (otherwise is not null)
        {
            float half = speed * (float)_seconds * 0.5f;
            return otherwise with { SpeedMps = speed, StartM = (otherwise.Spline.LengthM * 0.5f) - half };
        }

        // No path of the place fits: straight across the middle, from left to right and a little towards the camera.
        Vector3 direction = Vector3.Normalize(Vector3.Transform(new Vector3(1, 0, 0.16f), Ease.Y(_centre.YawRadians)));
        float width = MathF.Max(_stage.PlayArea.Max.X - _stage.PlayArea.Min.X, lead.SizeM.Z * 4);
        float run = MathF.Min(way, width * 0.9f);
        Spline across = new([middle - (direction * run * 0.5f), middle + (direction * run * 0.5f)], false);
        return new Course(across, 0, run / MathF.Max((float)_seconds, 0.1f), MathF.Max(lead.SizeM.X * 3, width * 0.1f));
    }

    private static Course Circle(Actor target, Actor lead, float speed, float? height)
    {
        Vector3 middle = target.Track.At(0).Position;
        float radius = (MathF.Max(target.SizeM.X, target.SizeM.Z) * 0.6f) + (lead.SizeM.Z * 0.9f);
        Vector3[] ring = new Vector3[16];
        for (int i = 0; i < ring.Length; i++)
        {
            float angle = MathF.Tau * i / ring.Length;
            ring[i] = middle + new Vector3(MathF.Cos(angle) * radius, height ?? 0, MathF.Sin(angle) * radius);
        }

        return new Course(new Spline(ring, true), 0, speed, lead.SizeM.X * 2, Carriage: height is null ? null : Carriage.Free);
    }

    private Course OverWater(Actor lead)
    {
        float level = _waves?.LevelM ?? 0;
        Vector3 middle = _centre.Position with { Y = level };
        Vector3 direction = Vector3.Normalize(Vector3.Transform(new Vector3(1, 0, -0.28f), Ease.Y(_centre.YawRadians)));
        float reach = 20 * lead.SizeM.Z;
        return new Course(new Spline([middle - (direction * reach), middle, middle + (direction * reach)], false), 0, 0, lead.SizeM.Z * 4, OnWater: true);
    }

    private Course UnderWater(Actor lead, float pace, ActionClause? action, List<Actor>? target)
    {
        Course named = Route(lead, ["under-water"], InTheWater(lead, target), pace, action, target);
        if (action is null || Behaviours.Of(action.Verb) is not Behaviour.Sink)
        {
            return named with { Carriage = Carriage.Free };
        }

        Vector3 middle = named.Spline.Position(named.StartM + (named.SpeedMps * (float)_seconds * 0.5f));
        float run = MathF.Max(named.SpeedMps * (float)_seconds, lead.SizeM.Z * 2.5f);
        float drop = MathF.Min(run * 0.4f, MathF.Max(lead.SizeM.Y * 2, middle.Y - _stage.GroundHeightM(middle.X, middle.Z) - lead.SizeM.Y));
        Vector3 along = Vector3.Normalize(Vector3.Transform(new Vector3(1, 0, 0.2f), Ease.Y(_centre.YawRadians)));
        Spline slope = new([middle - (along * run * 0.5f) + new Vector3(0, drop * 0.5f, 0), middle, middle + (along * run * 0.5f) - new Vector3(0, drop * 0.5f, 0)], false);
        return new Course(slope, 0, run / (float)_seconds, named.WidthM, Carriage: Carriage.Upright);
    }

    private Course InTheWater(Actor lead, List<Actor>? target)
    {
        Vector3 middle = _centre.Position;
        float surface = _waves?.LevelM ?? (_stage.PlayArea.Max.Y + lead.SizeM.Y);
        float bed = _stage.GroundHeightM(middle.X, middle.Z);
        float depth = target is not null ? lead.SizeM.Y * 1.1f : MathF.Max(lead.SizeM.Y * 0.8f, (surface - bed) * 0.45f);
        if (_waves is not null && StandHeight(middle.X, middle.Z) < _waves.LevelM)
        {
            depth = MathF.Min(depth, lead.SizeM.Y * 1.3f);
        }

        middle.Y = MathF.Max(surface - depth, bed + (lead.SizeM.Y * 0.7f));
        Vector3 along = Vector3.Normalize(Vector3.Transform(new Vector3(1, 0, 0.22f), Ease.Y(_centre.YawRadians)));
        Vector3 side = Vector3.Cross(Vector3.UnitY, along);
        float reach = 10 * lead.SizeM.Z;
        Spline wave = new([middle - (along * reach), middle - (along * reach * 0.5f) + (side * lead.SizeM.Z * 0.5f), middle, middle + (along * reach * 0.5f) - (side * lead.SizeM.Z * 0.5f), middle + (along * reach)], false);
        return new Course(wave, 0, 0, lead.SizeM.X * 4, Carriage: Carriage.Free);
    }

    private Course InTheAir(Actor lead, List<Actor>? target)
    {
        float height = target is not null ? target[0].SizeM.Y * 1.15f + (lead.SizeM.Y * 1.5f) : Math.Clamp(lead.SizeM.X * 4, 1.5f, MathF.Max(1.5f, (_stage.PlayArea.Max.Y - _centre.Position.Y) * 0.6f));
        Vector3 middle = (target is not null && target[0].Placed ? target[0].Track.At(0).Position : _centre.Position) + new Vector3(0, height, 0);
        Vector3 along = Vector3.Normalize(Vector3.Transform(new Vector3(1, 0, 0.3f), Ease.Y(_centre.YawRadians)));
        Vector3 side = Vector3.Cross(Vector3.UnitY, along);
        float reach = MathF.Max(lead.SizeM.Z, lead.SizeM.X) * 9;
        Spline sweep = new(
            [
                middle - (along * reach) + (side * reach * 0.35f) + new Vector3(0, -height * 0.12f, 0),
                middle - (along * reach * 0.45f) + (side * reach * 0.08f),
                middle + new Vector3(0, height * 0.06f, 0),
                middle + (along * reach * 0.5f) + (side * reach * 0.1f),
                middle + (along * reach) + (side * reach * 0.4f) + new Vector3(0, height * 0.25f, 0),
            ],
            false);
        return new Course(sweep, 0, 0, lead.SizeM.X * 4, Carriage: Carriage.Free);
    }

    private void Along(List<Actor> group, Course course, Behaviour behaviour, float aheadM)
    {
        Chance chance = new(Chance.Derive(_seed, "way" + group[0].Subject?.Id));

        // Whoever sets out later on the same medium goes a little behind and beside.
        int before = _actors.Count(other => other.Subject is not null && !group.Contains(other) && other.Track is PathTrack or FloatTrack && other.Prop.Rig == group[0].Prop.Rig);
        aheadM -= before * group[0].SizeM.Z * 1.3f;
        float lane = before * group[0].SizeM.X * (before % 2 == 0 ? -1.2f : 1.2f);
        for (int i = 0; i < group.Count; i++)
        {
            Actor actor = group[i];
            Vector3 place = new Vector3(lane, 0, 0) + Formation(i, group, behaviour, course.WidthM, ref chance);
            Rig rig = actor.Prop.Rig;
            Carriage carriage = course.Carriage ?? (rig is Rig.Wheeled or Rig.Quadruped ? Carriage.OnGround : Carriage.Upright);
            bool grounded = behaviour == Behaviour.Travel;
            Track track = new PathTrack(course.Spline)
            {
                StartM = course.StartM + place.Z + aheadM,
                SpeedMps = course.SpeedMps,
                StopAfterM = course.StopAfterM,
                StopRampM = behaviour == Behaviour.Travel && rig is Rig.Wheeled ? actor.SizeM.Z * 0.25f : actor.SizeM.Z,
                LaneM = place.X,
                LiftM = place.Y + course.LiftM,
                WanderM = behaviour is Behaviour.Fly or Behaviour.Swim ? actor.RadiusM * (group.Count > 1 ? 0.5f : 0.25f) : 0,
                Seed = actor.Seed,
                Carriage = carriage,
                GroundHeightM = grounded && rig is not Rig.Wheeled ? StandHeight : grounded && PathNamed("road", "track") is null ? StandHeight : null,
                BodyLengthM = MathF.Max(actor.SizeM.Z, 0.02f),
                Thrust = 0.55f,
            };
            if (behaviour == Behaviour.Sail && _waves is not null)
            {
                track = new FloatTrack(track, _waves.Height, new Vector2(actor.SizeM.X, actor.SizeM.Z), actor.Prop.FloatDraughtM ?? 0);
            }

            actor.Track = track;
            actor.Placed = true;
            Walk(actor, course.SpeedMps, grounded);
            Enliven(actor, behaviour is Behaviour.Fly ? Behaviour.Fly : behaviour, 1);
        }
    }

    /// <summary>Legs under whatever walks.</summary>
    private static void Walk(Actor actor, float speedMps, bool grounded)
    {
        if (grounded && actor.Prop.Rig is Rig.Biped or Rig.Quadruped or Rig.Bird)
        {
            actor.Gait = new Gait(actor.Skeleton, speedMps, actor.Seed);
            actor.Articulations.Add(actor.Gait);
        }
        else if (actor.Prop.Rig is Rig.Biped or Rig.Quadruped)
        {
            // A flying or floating body with legs lets them trail; wings beat if it has them.
            actor.Articulations.Add(actor.Skeleton["wing-left"] >= 0
                ? new WingBeat(actor.Skeleton, Math.Clamp(1.1f / MathF.Sqrt(MathF.Max(actor.SizeM.X, 0.05f)), 0.5f, 6), actor.Seed, 0.3f)
                : new Acting(actor.Skeleton, Act.Balance, actor.Seed, 0.7f));
        }
    }

    /// <summary>Place of one of a group that travels together: X to the left, Y up, Z ahead.</summary>
    private static Vector3 Formation(int i, List<Actor> group, Behaviour behaviour, float widthM, ref Chance chance)
    {
        if (group.Count == 1)
        {
            return Vector3.Zero;
        }

        Vector3 size = group[0].SizeM;
        if (behaviour == Behaviour.Fly)
        {
            // The V of geese: each a little behind and outside of the one before it.
            int rank = (i + 1) / 2;
            float side = i % 2 == 0 ? 1 : -1;
            return new Vector3(side * rank * size.X * 0.8f, chance.Between(-0.15f, 0.15f) * size.X, -rank * MathF.Max(size.Z, size.X * 0.5f) * 0.8f);
        }

        if (behaviour == Behaviour.Swim)
        {
            Vector3 cloud = chance.InBall() * MathF.Cbrt(group.Count);
            return new Vector3(cloud.X * size.Z * 1.4f, cloud.Y * size.Z * 0.8f, cloud.Z * size.Z * 2f);
        }

        int lanes = Math.Clamp((int)(widthM / MathF.Max(size.X * 1.3f, 0.01f)), 1, group.Count > 6 ? 4 : 2);
        float lane = lanes == 1 ? 0 : (((i % lanes) / (float)(lanes - 1)) - 0.5f) * MathF.Min(widthM * 0.6f, lanes * size.X * 1.8f);
        float gap = size.Z * (group[0].Prop.Rig is Rig.Wheeled ? 1.8f : 1.25f);
        return new Vector3(lane + (chance.Between(-0.15f, 0.15f) * size.X), 0, (-(i / lanes) * gap) - (i % lanes * gap * 0.45f) + (chance.Between(-0.1f, 0.1f) * gap));
    }

    private void Float(List<Actor> group, Behaviour behaviour, float pace)
    {
        Actor lead = group[0];
        Chance chance = new(Chance.Derive(_seed, "float" + lead.Subject?.Id));
        float size = MathF.Max(lead.RadiusM * 2, 0.05f);
        float rise = (behaviour == Behaviour.Rise ? 0.55f : 0.04f) * MathF.Sqrt(size) * pace;
        Vector3 drift = new Vector3(0.35f + _air.Wind, 0, -0.1f) * (MathF.Sqrt(size) * 0.28f * pace);
        float spread = size * (lead.Prop.Rig is Rig.Balloon && (size > 4 || group.Count > 20) ? 0.8f : 1.5f) * MathF.Cbrt(group.Count);
        StageAnchor? sky = Anchor("sky");
        float air = _stage.PlayArea.Max.Y - _centre.Position.Y;
        float height = behaviour == Behaviour.Rise ? size * 0.6f : Math.Clamp(size * 0.9f, 0.02f, MathF.Max(0.02f, (air * 0.7f) - size));
        Vector3 middle = (sky is not null && behaviour != Behaviour.Rise ? sky.Position : _centre.Position + new Vector3(0, height, 0)) - (drift * (float)_seconds * 0.5f);
        for (int i = 0; i < group.Count; i++)
        {
            Vector3 offset = Vector3.Zero;
            if (group.Count > 1)
            {
                // Even spread on a golden-angle disc, so that no two overlap and none hides the first.
                float angle = i * 2.39996f, reach = MathF.Sqrt((i + 0.3f) / group.Count) * spread;
                offset = new Vector3(MathF.Cos(angle) * reach, chance.Between(-0.5f, 0.6f) * spread, MathF.Sin(angle) * reach * 0.8f);
            }

            Vector3 start = middle + offset;
            start.Y = MathF.Max(start.Y, StandHeight(start.X, start.Z) + (0.05f * size));
            Vector3 velocity = drift + new Vector3(0, rise * chance.Between(0.8f, 1.25f), 0);
            group[i].Track = new DriftTrack(start, velocity, _centre.YawRadians, 1, group[i].Seed) { WanderM = size * 0.12f, Sway = lead.Prop.Rig is Rig.Balloon ? 0.06f : 0.2f };
            group[i].Placed = true;
            Enliven(group[i], Behaviour.Drift, 1);
            if (lead.Prop.Rig is Rig.Biped or Rig.Quadruped)
            {
                group[i].Articulations.Add(new Acting(group[i].Skeleton, Act.Balance, group[i].Seed, 0.6f));
            }
        }
    }

    private void FloatOnWater(List<Actor> group)
    {
        // A tub or a basin has its own small water where the place has no open one.
        StageAnchor? basin = Anchor("water");
        Func<float, float, double, float> height = _waves is { } waves
            ? waves.Height
            : (x, z, t) => basin!.Position.Y + (0.004f * MathF.Sin((x * 9) + (float)(t * 2.1))) + (0.003f * MathF.Sin((z * 11) - (float)(t * 1.7)));
        bool open = _waves is not null && StandHeight(_centre.Position.X, _centre.Position.Z) < _waves.LevelM;
        Vector3 middle = basin is not null && !open ? basin.Position : _centre.Position;
        Arrange(group, middle, _centre.YawRadians + 0.5f);
        Vector2 waveWay = _stage.Water?.WaveDirection ?? new Vector2(1, 0.3f);
        foreach (Actor actor in group)
        {
            TrackState at = actor.Track.At(0);
            Vector3 flow = Vector3.Normalize(new Vector3(waveWay.X, 0, waveWay.Y)) * (0.05f * MathF.Sqrt(actor.RadiusM));
            Track drift = PathNamed("stream") is { } stream
                ? Downstream(actor, stream)
                : new DriftTrack(at.Position - (flow * (float)_seconds * 0.5f), flow, Ease.YawOf(at.Forward), 1, actor.Seed) { WanderM = actor.RadiusM * 0.2f };
            actor.Track = new FloatTrack(drift, height, new Vector2(actor.SizeM.X, actor.SizeM.Z), actor.Prop.FloatDraughtM ?? actor.SizeM.Y * 0.3f);
            Enliven(actor, Behaviour.Float, 1);
        }
    }

    private PathTrack Downstream(Actor actor, StagePath stream)
    {
        Spline spline = new(stream.Points.AsSpan(), stream.Closed);
        float speed = MathF.Min(0.5f * MathF.Sqrt(MathF.Max(actor.RadiusM, 0.02f)) * 2, spline.LengthM * 0.8f / (float)_seconds);
        return new PathTrack(spline) { StartM = MathF.Max(0, spline.NearestDistance(_centre.Position) - (speed * (float)_seconds * 0.5f)), SpeedMps = speed, WanderM = stream.WidthM * 0.1f, Seed = actor.Seed, BodyLengthM = actor.SizeM.Z };
    }

    /// <summary>Below something that floats: the larger passes deeper, along the same way.</summary>
    private void Beneath(List<Actor> group, List<Actor> target)
    {
        Actor lead = group[0];
        TrackState above = target[0].Track.At(_seconds * 0.5);
        Vector3 middle = above.Position with { Y = (_waves?.LevelM ?? above.Position.Y) - (lead.SizeM.Y * 0.62f) };
        float speed = MathF.Max(above.SpeedMps, 0.3f) * 1.25f;
        Vector3 ahead = Vector3.Normalize(above.Forward with { Y = 0 });
        Vector3 along = Vector3.Normalize(ahead + (0.15f * Vector3.Cross(Vector3.UnitY, ahead)));
        float reach = speed * (float)_seconds;
        Course course = new(new Spline([middle - (along * reach * 0.5f), middle + (along * reach * 0.5f)], false), 0, reach / (float)_seconds, lead.SizeM.X * 3, Carriage: Carriage.Free);
        Along(group, course, Behaviour.Swim, 0);
    }
}
