using System.Numerics;
using Lucarne.Diorama.Motion;
using Lucarne.Diorama.Rendering;
using Lucarne.Diorama.Screenplays;

namespace Lucarne.Diorama.Staging;

/// <summary>Chooses how a shot is filmed: size, angle, movement, focus.</summary>
/// <remarks>
/// The whole action is known before the first frame, so the camera follows a symmetric average of it and never lags. For each key it is
/// put as far off as the subjects' boxes need within the frame's margins, in the orientation of the film, then kept above ground and water.
/// </remarks>
internal sealed partial class CameraDirector
{
    private readonly Shot _shot;
    private readonly SettingStage _stage;
    private readonly WaveField? _waves;
    private readonly List<Actor> _cast;
    private readonly double _seconds;
    private readonly Func<double, double> _worldTime;
    private readonly float _tanX, _tanY;
    private readonly ulong _seed;
    private readonly Sightline _sight;
    private readonly CameraMove? _move;
    private readonly bool _portrait;

    /// <param name="shot">What is asked.</param>
    /// <param name="stage">The place.</param>
    /// <param name="waves">Its water.</param>
    /// <param name="actors">Everything on stage.</param>
    /// <param name="scenery">Still props of the place that may hide the action.</param>
    /// <param name="seconds">Length of the shot in film time.</param>
    /// <param name="worldTime">From film time within the shot to world time.</param>
    /// <param name="aspect">Width over height of the frame.</param>
    /// <param name="seed">Seed of the film.</param>
    public CameraDirector(Shot shot, SettingStage stage, WaveField? waves, IReadOnlyList<Actor> actors, IEnumerable<Actor> scenery, double seconds, Func<double, double> worldTime, float aspect, ulong seed)
    {
        _shot = shot;
        _stage = stage;
        _waves = waves;
        _seconds = seconds;
        _worldTime = worldTime;
        _cast = [.. actors.Where(actor => actor.Weight > 0.25f && !(actor.Attached && actor.Weight < 0.5f))];
        if (_cast.Count > 1 && Vector3.Distance(_cast[0].CentreAt(worldTime(0)), _cast[0].CentreAt(worldTime(seconds))) > _cast[0].RadiusM * 2.5f)
        {
            // Who travels is followed; what stays behind is passed.
            Actor traveller = _cast[0];
            _cast.RemoveAll(actor => actor != traveller && actor.Track is StillTrack);
        }

        if (_cast.Count > 1 && _cast[0].Subject is not null)
        {
            // What towers over the subject is its backdrop, and need not fit.
            float small = _cast[0].RadiusM * 12;
            _cast.RemoveAll(actor => actor.RadiusM > small && actor.Track is StillTrack);
        }

        _seed = seed;
        _move = shot.Camera.Move ?? (shot.Styles.Contains("home-movie") ? CameraMove.Handheld : null);
        _portrait = aspect < 1;
        FieldOfViewDegrees = Lens();
        float tanLong = MathF.Tan(FieldOfViewDegrees * MathF.PI / 360);
        (_tanX, _tanY) = aspect >= 1 ? (tanLong, tanLong / aspect) : (tanLong * aspect, tanLong);
        _sight = new Sightline(stage, scenery);
    }

    /// <summary>Field of view over the longer side.</summary>
    public float FieldOfViewDegrees { get; }

    /// <summary>Small pieces of the set that stand before the lens and are taken away for this shot: indices into the place's instances, then its still scenery.</summary>
    public HashSet<int> Struck { get; } = [];

    /// <summary>Plans the shot.</summary>
    public CameraPath Plan()
    {
        int count = Math.Max(2, (int)Math.Ceiling(_seconds * CameraPath.KeysPerSecond) + 1);
        CameraKey[] keys = _move == CameraMove.FlyThrough && _cast.Count == 0 && FlyThrough(count) is { } flown
            ? flown
            : _cast.Count == 0 ? Scenery(count) : AlongInRoom(count) ?? Follow(count);
        Settle(keys);
        for (int i = 0; i < keys.Length && _cast.Count > 0; i += 2)
        {
            Vector3 centre = Lead.CentreAt(WorldAt(i, keys.Length));
            float clear = MathF.Min(keys[i].FocusM * 0.12f, 2.5f);
            (Vector3 right, Vector3 _) = Axes(Vector3.Normalize(keys[i].Position - keys[i].Target));
            foreach (float side in (ReadOnlySpan<float>)[0, -0.6f, 0.6f])
            {
                _sight.Strike(keys[i].Position, centre + (right * side * Lead.RadiusM) + new Vector3(0, Lead.RadiusM * 0.2f, 0), Lead.RadiusM * 1.3f, clear, Struck);
            }
        }

        float focus = keys[0].FocusM;
        bool macro = _shot.Camera.ShallowFocus || _shot.Styles.Contains("macro");
        float aperture = focus * (macro ? 0.05f : _shot.Styles.Contains("miniature") ? 0.04f : _cast.Count == 0 ? 0.004f : focus > 25 || _cast.Count > 4 ? 0.005f : 0.012f);
        bool launches = _cast.Any(actor => actor.Prop.Rig == Rig.Rocket);
        float handheld = _move == CameraMove.Handheld ? 1 : _move == CameraMove.FlyThrough ? 0.35f : 0.06f;
        float shake = _shot.Camera.Shake ? 1 : launches ? 0.35f : 0;
        return new CameraPath(keys, FieldOfViewDegrees, aperture, handheld, shake, Chance.Derive(_seed, "camera"));
    }

    private float Lens() => _shot.Camera.Size switch
    {
        ShotSize.ExtremeWide => 58,
        ShotSize.Wide => 50,
        ShotSize.CloseUp => 30,
        ShotSize.ExtremeCloseUp => 26,
        _ when _cast.Count == 0 => (_stage.CameraHints.Length > 0 ? _stage.CameraHints[0].FieldOfViewDegrees : 50) * (_portrait ? 1.22f : 1),
        _ => 42,
    };

    private Actor Lead => _cast[0];

    /// <summary>Walls are near: the lens must stay between them.</summary>
    private bool IsRoom => _stage.Indoors && _stage.Concept != SettingChoice.Studio && MathF.Max(_stage.PlayArea.Max.X - _stage.PlayArea.Min.X, _stage.PlayArea.Max.Z - _stage.PlayArea.Min.Z) < 12;

    /// <summary>Corners of what must be in the frame at a moment: bodies, or only heads when close.</summary>
    private void Corners(double world, List<Vector3> corners, bool headsOnly)
    {
        corners.Clear();
        foreach (Actor actor in _cast)
        {
            if (actor.Weight < 0.5f || (headsOnly && actor != Lead))
            {
                continue;
            }

            TrackState root = actor.Track.At(world);
            if (root.Scale.X < 1e-3f)
            {
                continue;
            }

            Vector3 half = actor.SizeM * root.Scale * 0.5f;
            Vector3 middle = root.Position + Vector3.Transform(actor.MiddleM * root.Scale, root.Rotation);
            if (headsOnly)
            {
                middle = HeadOf(actor, world);
                half = new Vector3(actor.Prop.Rig is Rig.Biped ? actor.SizeM.Y * 0.075f : actor.SizeM.Y * 0.16f);
            }

            for (int i = 0; i < 8; i++)
            {
                Vector3 corner = new((i & 1) == 0 ? -half.X : half.X, (i & 2) == 0 ? -half.Y : half.Y, (i & 4) == 0 ? -half.Z : half.Z);
                corners.Add(middle + Vector3.Transform(corner, root.Rotation));
            }
        }

        if (corners.Count == 0)
        {
            corners.Add(Lead.CentreAt(world));
        }
    }

    private static bool HasFace(Actor actor) => actor.Skeleton.Head >= 0 && actor.Prop.Rig is Rig.Biped or Rig.Quadruped or Rig.Bird;

    private static Vector3 HeadOf(Actor actor, double world)
    {
        if (actor.Skeleton.Head < 0)
        {
            return actor.CentreAt(world) + new Vector3(0, actor.SizeM.Y * 0.35f, 0);
        }

        PropPose pose = actor.PoseAt(world);
        return pose.Point(actor.Skeleton.Head, new Vector3(0, actor.SizeM.Y * 0.05f, 0));
    }

    private CameraKey[] Follow(int count)
    {
        bool close = _shot.Camera.Size is ShotSize.CloseUp or ShotSize.ExtremeCloseUp && HasFace(Lead);
        List<Vector3> corners = [];
        Vector3[] middles = new Vector3[count];
        Vector3[][] outlines = new Vector3[count][];
        Vector3 allMin = new(float.PositiveInfinity), allMax = new(float.NegativeInfinity);
        float size = 0, tall = 0;
        for (int i = 0; i < count; i++)
        {
            Corners(WorldAt(i, count), corners, close);
            Vector3 min = corners.Aggregate(Vector3.Min), max = corners.Aggregate(Vector3.Max);
            outlines[i] = [.. corners];
            tall = MathF.Max(tall, max.Y - min.Y);
            middles[i] = (min + max) * 0.5f;
            size = MathF.Max(size, (max - min).Length());
            allMin = Vector3.Min(allMin, min);
            allMax = Vector3.Max(allMax, max);
        }

        float reach = (allMax - allMin).Length();
        bool played = Lead.Track is ShiftedTrack;
        bool holds = reach < size * (played ? 4.5f : 1.7f) && _move is not CameraMove.Tracking;
        bool launch = Lead.Prop.Rig == Rig.Rocket;
        float sigma = holds ? 1e6f : launch ? 0.9f : _move == CameraMove.Tracking ? 0.25f : 0.55f;
        Vector3[] centres = Smooth(middles, sigma * (float)CameraPath.KeysPerSecond);
        Vector3 whole = (allMin + allMax) * 0.5f;
        if (holds)
        {
            Array.Fill(centres, whole);
        }

        (float azimuth, float elevation) = Direction(centres[0], centres[^1]);
        float fill = Fill(holds);
        float[] distances = new float[count];
        float aspectFix = _portrait ? 1 : 1.08f;
        for (int i = 0; i < count; i++)
        {
            float half = 0;
            Vector3 from = Arm(azimuth, elevation);
            (Vector3 right, Vector3 up) = Axes(from);

            // A static frame must hold the whole action; a following one only what happens around now.
            int first = holds ? 0 : Math.Max(0, i - 3), last = holds ? count - 1 : Math.Min(count - 1, i + 3);
            int step = holds ? Math.Max(1, count / 24) : 1;
            for (int k = first; k <= last; k += step)
            {
                half = MathF.Max(half, Needed(outlines[k], centres[k], right, up, from));
            }

            if (holds)
            {
                // Near while the action is together, wider as it spreads.
                half = (0.5f * half) + (0.5f * Needed(outlines[i], centres[i], right, up, from));
            }

            distances[i] = MathF.Min(half / fill * aspectFix, MathF.Max(half * 1.05f, ToTheEdge(centres[i], from)));
        }

        distances = SmoothScalars(distances, 1.2f * (float)CameraPath.KeysPerSecond);
        (azimuth, elevation) = Unobstructed(azimuth, elevation, centres, distances, size);
        CameraKey[] keys = new CameraKey[count];
        for (int i = 0; i < count; i++)
        {
            float u = count == 1 ? 0 : i / (float)(count - 1);
            keys[i] = Move(u, centres[i], distances[i], azimuth, elevation, size, tall, i, centres);
        }

        return keys;
    }

    /// <summary>How far the camera can draw back before it leaves the set by more than a quarter of its width.</summary>
    private float ToTheEdge(Vector3 centre, Vector3 arm)
    {
        if (_stage.Airless || _stage.Water is not null)
        {
            return float.PositiveInfinity;
        }

        Vector3 margin = (_stage.PlayArea.Max - _stage.PlayArea.Min) * 0.25f;
        float reach = float.PositiveInfinity;
        foreach ((float at, float way, float min, float max) in (ReadOnlySpan<(float, float, float, float)>)[(centre.X, arm.X, _stage.PlayArea.Min.X - margin.X, _stage.PlayArea.Max.X + margin.X), (centre.Z, arm.Z, _stage.PlayArea.Min.Z - margin.Z, _stage.PlayArea.Max.Z + margin.Z)])
        {
            if (MathF.Abs(way) > 1e-3f)
            {
                reach = MathF.Min(reach, MathF.Max(0, ((way > 0 ? max : min) - at) / way));
            }
        }

        return reach;
    }

    private double WorldAt(int key, int count) => _worldTime(_seconds * key / Math.Max(1, count - 1));

    /// <summary>Distance at which points around a centre just fit the frame.</summary>
    private float Needed(Vector3[] points, Vector3 centre, Vector3 right, Vector3 up, Vector3 from)
    {
        float needed = 0;
        foreach (Vector3 corner in points)
        {
            Vector3 offset = corner - centre;
            float depth = Vector3.Dot(offset, from);
            needed = MathF.Max(needed, depth + MathF.Max(MathF.Abs(Vector3.Dot(offset, right)) / _tanX, MathF.Abs(Vector3.Dot(offset, up)) / _tanY));
        }

        return needed;
    }

    /// <summary>Share of the frame, along its tighter side, that the subjects take.</summary>
    private float Fill(bool holds)
    {
        bool being = HasFace(Lead);
        return _shot.Camera.Size switch
        {
            ShotSize.ExtremeWide => 0.16f,
            ShotSize.Wide => 0.3f,
            ShotSize.Full => 0.74f,
            ShotSize.Medium => being ? 1.15f : 0.82f,
            ShotSize.CloseUp => being ? 0.62f : 0.92f,
            ShotSize.ExtremeCloseUp => being ? 1.0f : 1.25f,
            _ when _move == CameraMove.Aerial => _portrait ? 0.6f : 0.4f,
            // The sky is the film.
            _ when _shot.Weather == Weather.Aurora => 0.42f,
            // With its flame and smoke.
            _ when Lead.Prop.Rig is Rig.Rocket => _portrait ? 0.6f : 0.5f,
            _ when Lead.Prop.Rig is Rig.Boat => _portrait ? 0.56f : 0.5f,
            _ when holds && being => 0.86f,
            _ when holds => _portrait ? 0.94f : 0.84f,
            _ => Lead.SizeM.Length() < 0.5f ? 0.3f : _portrait ? 0.78f : 0.56f,
        };
    }

    /// <summary>Azimuth (0 is from +Z, positive towards +X) and elevation of the lens as seen from the subject.</summary>
    private (float Azimuth, float Elevation) Direction(Vector3 first, Vector3 last)
    {
        float azimuth = 0.25f, elevation = 0.24f;
        if (_stage.CameraHints.Length > 0)
        {
            Vector3 arm = _stage.CameraHints[0].Position - _stage.CameraHints[0].Target;
            azimuth = MathF.Atan2(arm.X, arm.Z);
            elevation = Math.Clamp(MathF.Atan2(arm.Y, new Vector2(arm.X, arm.Z).Length()), 0.06f, 0.6f);
        }

        TrackState middle = Lead.Track.At(_worldTime(_seconds * 0.5));
        Vector3 way = last - first;
        bool travels = new Vector2(way.X, way.Z).Length() > Lead.RadiusM * 3;
        float heading = travels ? MathF.Atan2(way.X, way.Z) : Ease.YawOf(middle.Forward);
        bool directed = Lead.Prop.Rig is not (Rig.Rigid or Rig.Plant or Rig.Flame or Rig.Balloon or Rig.Planet) || travels;
        if (travels && Lead.Prop.Rig is not Rig.Rigid)
        {
            // Three quarters from the front, on the side that the place is made to be seen from.
            float side = MathF.IEEERemainder(heading + 1.0f - azimuth, MathF.Tau), other = MathF.IEEERemainder(heading - 1.0f - azimuth, MathF.Tau);
            azimuth = MathF.Abs(side) < MathF.Abs(other) ? heading + 1.0f : heading - 1.0f;
            elevation = MathF.Min(elevation, 0.3f);
        }

        if (directed)
        {
            float leftSide = MathF.IEEERemainder(heading + (MathF.PI / 2) - azimuth, MathF.Tau), rightSide = MathF.IEEERemainder(heading - (MathF.PI / 2) - azimuth, MathF.Tau);
            azimuth = _shot.Camera.Angle switch
            {
                CameraAngle.Side => MathF.Abs(leftSide) < MathF.Abs(rightSide) ? heading + (MathF.PI / 2) : heading - (MathF.PI / 2),
                CameraAngle.Front => heading + 0.12f,
                CameraAngle.Behind => heading + MathF.PI - 0.15f,
                _ => azimuth,
            };
        }

        elevation = _shot.Camera.Angle switch
        {
            CameraAngle.Low => -0.02f,
            CameraAngle.High => 0.62f,
            CameraAngle.Overhead => 1.42f,
            CameraAngle.EyeLevel => 0.06f,
            CameraAngle.Side => MathF.Min(elevation, 0.13f),
            _ => elevation,
        };
        if (_shot.Camera.Angle is null && Lead.Prop.Rig is Rig.Biped)
        {
            elevation = MathF.Min(elevation, 0.14f);
        }

        if (_shot.Camera.Angle is null && Lead.Prop.Rig is Rig.Bird && travels)
        {
            // Against the sky.
            elevation = -0.06f;
        }

        if (_shot.Camera.Angle is null && Lead.Prop.Rig is Rig.Swimmer && _cast.Exists(actor => actor.Prop.Rig is Rig.Boat))
        {
            // From high enough to look into the water.
            elevation = 0.62f;
        }

        if (_shot.Camera.Angle is null && Lead.Prop.Rig is Rig.Rocket)
        {
            elevation = 0.06f;
        }

        if (_shot.Camera.Angle is null && travels && Lead.Prop.Rig is Rig.Wheeled or Rig.Quadruped)
        {
            elevation = MathF.Min(elevation, 0.17f);
        }

        if (_shot.Camera.Angle is null && !travels && Lead.Track is ShiftedTrack && Lead.SizeM.Length() < 0.6f)
        {
            // Small things on a table or a floor; a row of many is seen from high enough to read as one.
            elevation = MathF.Max(elevation, _cast.Count > 8 ? (_portrait ? 0.52f : 0.42f) : _stage.Indoors ? 0.33f : 0.2f);
        }

        if (_shot.Camera.Angle is null && _shot.Weather == Weather.Aurora)
        {
            elevation = 0.05f;
        }

        elevation = _move == CameraMove.Aerial ? 0.36f : elevation;
        return (azimuth, elevation);
    }

    private CameraKey Move(float u, Vector3 centre, float distance, float azimuth, float elevation, float size, float tall, int index, Vector3[] centres)
    {
        float pace = Math.Clamp(_shot.Camera.Speed, 0.3f, 2.5f);
        float eased = (0.35f * u) + (0.65f * u * u * (3 - (2 * u)));
        float centred = eased - 0.5f;
        Vector3 pan = Vector3.Zero;
        float roll = 0;
        switch (_move)
        {
            case CameraMove.Static:
                break;
            case CameraMove.Pan:
                pan = Axes(Arm(azimuth, elevation)).Right * (centred * -distance * 0.5f * pace);
                break;
            case CameraMove.Tilt:
                pan = new Vector3(0, -centred * distance * 0.45f * pace, 0);
                break;
            case CameraMove.DollyIn:
                distance *= 1.55f - (0.75f * eased * MathF.Min(pace, 1.3f));
                break;
            case CameraMove.DollyOut:
                distance *= 0.85f + (0.95f * eased * MathF.Min(pace, 1.3f));
                break;
            case CameraMove.Orbit:
                azimuth += centred * 1.9f * pace;
                break;
            case CameraMove.Tracking:
                azimuth += centred * 0.1f;
                break;
            case CameraMove.Crane:
                elevation = MathF.Max(0.04f, elevation - 0.16f) + (eased * 0.5f * pace);
                distance *= 0.95f + (0.25f * eased);
                break;
            case CameraMove.Handheld:
                distance *= 1.06f - (0.1f * eased);
                break;
            case CameraMove.Aerial:
                azimuth += centred * 0.8f * pace;
                distance *= 1.12f - (0.24f * eased);
                elevation += 0.1f * centred;
                break;
            case CameraMove.FlyThrough:
                azimuth += centred * 1.1f * pace;
                distance *= 1.35f - (0.6f * eased);
                elevation += 0.12f * centred;
                break;
            case null:
                distance *= 1.09f - (0.17f * eased);
                azimuth += centred * 0.16f;
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(u), _move, "A camera move that the director does not know.");
        }

        Vector3 arm = Arm(azimuth, elevation);
        (Vector3 right, Vector3 up) = Axes(arm);

        // Room ahead of what travels, and the subject a little below the middle where there is sky or scenery to see.
        Vector3 way = centres[Math.Min(index + 6, centres.Length - 1)] - centres[Math.Max(index - 6, 0)];
        float ahead = Math.Clamp(Vector3.Dot(way, right) / MathF.Max(size, 1e-3f) * 1.2f, -1, 1);
        float fill = MathF.Min(1, size / MathF.Max(2 * distance * MathF.Min(_tanX, _tanY), 1e-3f));
        float room = MathF.Max(0, 1 - fill);
        float headroom = Math.Clamp(1 - (tall / MathF.Max(2 * distance * _tanY, 1e-3f)), 0, 1);
        bool tight = _shot.Camera.Size is ShotSize.CloseUp or ShotSize.ExtremeCloseUp;
        Vector3 target = centre + pan + (right * (ahead * 0.24f * room * distance * _tanX)) + (up * ((tight ? 0.04f : _portrait ? 0.24f : 0.2f) * headroom * distance * _tanY));
        Vector3 position = target + (arm * distance) - (_move is CameraMove.Pan or CameraMove.Tilt ? pan : Vector3.Zero);
        if (_shot.Weather == Weather.Aurora && !tight && _shot.Camera.Angle is null)
        {
            // Turned up towards the sky, the subject near the lower edge.
            target += up * (0.5f * headroom * distance * _tanY);
        }

        return new CameraKey(position, target, Vector3.Distance(position, centre), roll);
    }

    private static Vector3 Arm(float azimuth, float elevation) => new(MathF.Sin(azimuth) * MathF.Cos(elevation), MathF.Sin(elevation), MathF.Cos(azimuth) * MathF.Cos(elevation));

    private static (Vector3 Right, Vector3 Up) Axes(Vector3 arm)
    {
        Vector3 right = Vector3.Cross(Vector3.UnitY, arm);
        right = right.LengthSquared() > 1e-6f ? Vector3.Normalize(right) : Vector3.UnitX;
        return (right, Vector3.Cross(arm, right));
    }

    /// <summary>Turns and raises the camera as little as it takes to see the subject past what stands around.</summary>
    private (float Azimuth, float Elevation) Unobstructed(float azimuth, float elevation, Vector3[] centres, float[] distances, float size)
    {
        ReadOnlySpan<float> turns = [0, 0.3f, -0.3f, 0.65f, -0.65f, 1.1f, -1.1f, 1.7f, -1.7f, 2.6f];
        ReadOnlySpan<float> rises = [0, 0.16f, 0.38f];
        (float, float) best = (azimuth, elevation);
        float bestCost = float.PositiveInfinity;
        foreach (float rise in rises)
        {
            foreach (float turn in turns)
            {
                if ((rise > 0 || turn != 0) && _shot.Camera.Angle is CameraAngle.Overhead)
                {
                    continue;
                }

                Vector3 arm = Arm(azimuth + turn, MathF.Min(elevation + rise, 1.45f));
                float hidden = 0;
                const int Probes = 9;
                for (int i = 0; i < Probes; i++)
                {
                    int at = i * (centres.Length - 1) / (Probes - 1);
                    Vector3 eye = centres[at] + (arm * distances[at]);
                    hidden += _sight.Blocked(eye, centres[at] + new Vector3(0, size * 0.15f, 0), size * 0.6f) ? 1f / Probes : 0;
                    hidden += eye.Y < GroundLimit(eye) - (0.3f * distances[at]) ? 0.5f / Probes : 0;
                }

                float cost = (hidden * 6) + MathF.Abs(turn) + (rise * 1.2f);
                if (cost < bestCost)
                {
                    bestCost = cost;
                    best = (azimuth + turn, MathF.Min(elevation + rise, 1.45f));
                }
            }

            if (bestCost < 0.35f)
            {
                break;
            }
        }

        return best;
    }
}
