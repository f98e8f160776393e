using System.Numerics;
using Lucarne.Diorama.Motion;
using Lucarne.Diorama.Screenplays;

namespace Lucarne.Diorama.Staging;

/// <summary>Shots without a subject, and the keeping of the lens out of ground, water and walls.</summary>
internal sealed partial class CameraDirector
{
    /// <summary>Share of the frame's shorter side that the diameter of what moves through a room takes.</summary>
    private const float ShareInRoom = 0.2f;

    /// <summary>No subject to follow: the place itself is the film.</summary>
    private CameraKey[] Scenery(int count)
    {
        CameraHint hint = _stage.CameraHints.Length > 0
            ? _stage.CameraHints[(int)(_seed % (ulong)Math.Min(_stage.CameraHints.Length, 2))]
            : new CameraHint(new Vector3(0, 3, 12), new Vector3(0, 1.5f, 0), 50);
        Vector3 arm = hint.Position - hint.Target;
        float distance = arm.Length(), azimuth = MathF.Atan2(arm.X, arm.Z), elevation = MathF.Asin(Math.Clamp(arm.Y / distance, -1, 1));
        elevation = _shot.Camera.Angle switch
        {
            CameraAngle.Low => MathF.Max(0.02f, elevation - 0.15f),
            CameraAngle.High => elevation + 0.3f,
            CameraAngle.Overhead => 1.4f,
            _ => _move == CameraMove.Aerial ? MathF.Max(elevation, 0.3f) : elevation,
        };
        distance *= _move == CameraMove.Aerial ? 1.25f : 1;
        Vector3[] still = new Vector3[count];
        Array.Fill(still, hint.Target);
        CameraKey[] keys = new CameraKey[count];
        for (int i = 0; i < count; i++)
        {
            CameraKey key = Move(i / (float)Math.Max(1, count - 1), hint.Target, distance, azimuth, elevation, distance * MathF.Min(_tanX, _tanY) * 2, distance * _tanY * 2, i, still);
            keys[i] = key;
        }

        return keys;
    }

    /// <summary>In a room the camera goes along with what rolls or bounces through it, on the side that the room is made to be seen from, so that the room stays behind the action.</summary>
    /// <returns>Null where another movement or size is asked, nothing goes far, or no good view sees the action.</returns>
    private CameraKey[]? AlongInRoom(int count)
    {
        if (!_stage.Indoors || _shot.Camera.Size is not null || _shot.Camera.Angle is not null || _move is not (null or CameraMove.Static or CameraMove.Handheld or CameraMove.DollyIn) || Lead.Track is not ShiftedTrack)
        {
            return null;
        }

        Vector3[] ways = [.. Enumerable.Range(0, count).Select(i => Lead.CentreAt(WorldAt(i, count)))];
        Vector3[] centres = Smooth(ways, 0.45f * (float)CameraPath.KeysPerSecond);
        float reach = Vector3.Distance(centres.Aggregate(Vector3.Min), centres.Aggregate(Vector3.Max));
        float near = MathF.Max(Lead.SizeM.Y * 0.5f, 0.03f) / (ShareInRoom * MathF.Min(_tanX, _tanY));
        if (reach < near * 0.6f)
        {
            return null;
        }

        foreach (CameraHint hint in _stage.CameraHints)
        {
            Vector3 seen = hint.Position - hint.Target;
            float azimuth = MathF.Atan2(seen.X, seen.Z), elevation = Math.Clamp(MathF.Asin(seen.Y / seen.Length()), 0.2f, 0.42f);
            foreach ((float away, float turn) in (ReadOnlySpan<(float, float)>)[(1, 0), (1.2f, 0), (1, -0.25f), (1, 0.25f), (1.45f, 0), (1.75f, 0)])
            {
                CameraKey[] keys = new CameraKey[count];
                int hidden = 0, outside = 0;
                for (int i = 0; i < count; i++)
                {
                    float u = i / (float)Math.Max(1, count - 1), eased = u * u * (3 - (2 * u));
                    float distance = near * away * (_move switch { CameraMove.Static => 1, CameraMove.DollyIn => 1.35f - (0.5f * eased), _ => 1.12f - (0.2f * eased) });
                    Vector3 arm = Arm(azimuth + turn + (0.12f * (eased - 0.5f)), elevation);
                    (Vector3 right, Vector3 up) = Axes(arm);
                    Vector3 target = centres[i] + (up * (0.2f * distance * _tanY));
                    keys[i] = new CameraKey(target + (arm * distance), target, distance, 0);
                    hidden += i % 3 == 0 && _sight.Blocked(keys[i].Position, ways[i], Lead.RadiusM) ? 3 : 0;
                    Vector3 offset = ways[i] - keys[i].Position;
                    float depth = MathF.Max(-Vector3.Dot(offset, arm), 0.01f);
                    outside += MathF.Abs(Vector3.Dot(offset, right)) + Lead.RadiusM < depth * _tanX * 0.95f && MathF.Abs(Vector3.Dot(offset, up)) + Lead.RadiusM < depth * _tanY * 0.95f ? 0 : 1;
                }

                if (hidden * 8 <= count && outside == 0)
                {
                    return keys;
                }
            }
        }

        return null;
    }

    /// <summary>Flies along a path of the place.</summary>
    private CameraKey[]? FlyThrough(int count)
    {
        StagePath? path = null;
        foreach (string name in (ReadOnlySpan<string>)["walk", "run", "road", "sky", "under-water", "track", "shore"])
        {
            path ??= _stage.Paths.FirstOrDefault(p => p.Name == name);
        }

        if (path is null || path.Points.Length < 2)
        {
            return null;
        }

        Spline spline = new(path.Points.AsSpan(), path.Closed);
        bool low = path.Name is not ("sky" or "under-water");
        float run = MathF.Min(spline.LengthM * 0.85f, 3.4f * Math.Clamp(_shot.Camera.Speed, 0.4f, 2) * (float)_seconds * MathF.Max(1, spline.LengthM / 120));
        float start = Math.Clamp(spline.NearestDistance(_stage.CameraHints.Length > 0 ? _stage.CameraHints[0].Target : Vector3.Zero) - (run * 0.6f), 0, MathF.Max(0, spline.LengthM - run));
        CameraKey[] keys = new CameraKey[count];
        for (int i = 0; i < count; i++)
        {
            float along = start + (run * i / Math.Max(1, count - 1));
            Vector3 lift = new(0, low ? 1.5f : 0, 0);
            Vector3 at = spline.Position(along) + lift, ahead = spline.Position(along + 6) + (lift * 0.85f);
            keys[i] = new CameraKey(at, ahead, 8, 0);
        }

        return keys;
    }

    private float GroundLimit(Vector3 at)
    {
        float ground = _stage.GroundHeightM(at.X, at.Z);
        if (_waves is not null && _shot.Setting is not "underwater" && _stage.Concept is not ("underwater" or "reef" or "aquarium-place"))
        {
            ground = MathF.Max(ground, _waves.LevelM);
        }

        return ground;
    }

    /// <summary>Keeps the lens above ground and water, and out of walls, then smooths what that changed.</summary>
    private void Settle(CameraKey[] keys)
    {
        Vector3[] positions = [.. keys.Select(key => key.Position)];
        bool raised = false;
        for (int i = 0; i < keys.Length; i++)
        {
            float clear = Math.Clamp(keys[i].FocusM * 0.06f, 0.02f, 1.2f);
            float limit = GroundLimit(positions[i]) + clear;
            if (positions[i].Y < limit)
            {
                positions[i].Y = limit;
                raised = true;
            }

            if (IsRoom)
            {
                Vector3 room = new(1.4f);
                positions[i] = Vector3.Clamp(positions[i], _stage.PlayArea.Min - room, _stage.PlayArea.Max + room);
                Vector3 pulled = _sight.PullIn(positions[i], keys[i].Target, clear);
                raised |= pulled != positions[i];
                positions[i] = pulled;
            }
        }

        if (raised)
        {
            positions = Smooth(positions, 0.5f * (float)CameraPath.KeysPerSecond);
        }

        for (int i = 0; i < keys.Length; i++)
        {
            keys[i] = keys[i] with { Position = positions[i] };
        }
    }

    private static Vector3[] Smooth(Vector3[] values, float sigma)
    {
        if (values.Length < 3 || sigma > values.Length * 10)
        {
            Vector3 mean = values.Aggregate(Vector3.Zero, (sum, v) => sum + v) / values.Length;
            return sigma > values.Length * 10 ? [.. values.Select(_ => mean)] : values;
        }

        int reach = (int)MathF.Ceiling(sigma * 2.5f);
        Vector3[] smooth = new Vector3[values.Length];
        for (int i = 0; i < values.Length; i++)
        {
            Vector3 sum = Vector3.Zero;
            float weights = 0;
            for (int k = -reach; k <= reach; k++)
            {
                float weight = MathF.Exp(-k * k / (2 * sigma * sigma));

                // Mirrored about the ends, so that a steady movement stays steady there.
                int at = i + k;
                Vector3 value = at < 0 ? (2 * values[0]) - values[Math.Min(-at, values.Length - 1)]
                    : at >= values.Length ? (2 * values[^1]) - values[Math.Max(0, (2 * (values.Length - 1)) - at)]
                    : values[at];
                sum += value * weight;
                weights += weight;
            }

            smooth[i] = sum / weights;
        }

        return smooth;
    }

    private static float[] SmoothScalars(float[] values, float sigma)
    {
        float largest = values.Max();
        if (sigma > values.Length * 10)
        {
            return [.. values.Select(_ => largest)];
        }

        Vector3[] smooth = Smooth([.. values.Select(v => new Vector3(v, 0, 0))], sigma);
        float[] result = [.. smooth.Select(v => v.X)];
        for (int i = 0; i < result.Length; i++)
        {
            result[i] = MathF.Max(result[i], values[i] * 0.85f);
        }

        return result;
    }
}
