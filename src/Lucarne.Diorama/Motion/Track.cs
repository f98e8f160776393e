using System.Numerics;

namespace Lucarne.Diorama.Motion;

/// <summary>Where a prop's origin is over the time of its world. Pure: any time may be asked, in any order, from any thread.</summary>
internal abstract class Track
{
    /// <summary>State at <paramref name="seconds"/> of world time; negative times are before the shot.</summary>
    public abstract TrackState At(double seconds);
}

/// <summary>Stays where it is put.</summary>
internal sealed class StillTrack(Vector3 position, float yaw, float scale = 1) : Track
{
    private readonly TrackState _state = new() { Position = position, Rotation = Ease.Y(yaw), Scale = new Vector3(scale) };

    public override TrackState At(double seconds) => _state;
}

/// <summary>How a traveller sits on its way.</summary>
internal enum Carriage
{
    /// <summary>Stays upright: people, birds on foot, trains.</summary>
    Upright,

    /// <summary>Follows the slope of the ground: cars, four-legged animals.</summary>
    OnGround,

    /// <summary>Follows the curve in the air or under water, nose up and down, and banks in turns.</summary>
    Free,
}

/// <summary>Runs along a curve at a steady speed.</summary>
internal sealed class PathTrack : Track
{
    private readonly Spline _spline;

    public PathTrack(Spline spline) => _spline = spline;

    /// <summary>Distance along the curve at time zero.</summary>
    public float StartM { get; init; }

    /// <summary>Cruising speed; negative goes backwards along the curve, facing that way.</summary>
    public float SpeedMps { get; init; }

    /// <summary>Seconds to reach that speed from rest; 0 is moving from the first.</summary>
    public float RampSeconds { get; init; }

    /// <summary>Moment at which it sets off.</summary>
    public float StartSeconds { get; init; }

    /// <summary>Distance run after which it comes to rest over <see cref="StopRampM"/>; null never stops.</summary>
    public float? StopAfterM { get; init; }

    /// <summary>Length of the braking way.</summary>
    public float StopRampM { get; init; } = 1;

    /// <summary>Sideways offset from the curve, metres to the left.</summary>
    public float LaneM { get; init; }

    /// <summary>Height above the curve.</summary>
    public float LiftM { get; init; }

    /// <summary>Slow sideways and upward wander, metres.</summary>
    public float WanderM { get; init; }

    /// <summary>Seed of the wander.</summary>
    public ulong Seed { get; init; }

    /// <summary>How it sits.</summary>
    public Carriage Carriage { get; init; }

    /// <summary>Ground that replaces the curve's height; null keeps the curve's.</summary>
    public Func<float, float, float>? GroundHeightM { get; init; }

    /// <summary>Wheelbase or body length over which slope and turn are averaged.</summary>
    public float BodyLengthM { get; init; } = 1;

    /// <summary>Size.</summary>
    public float Scale { get; init; } = 1;

    /// <summary>Engine load, 0…1.</summary>
    public float Thrust { get; init; }

    public override TrackState At(double seconds)
    {
        float run = Run((float)seconds - StartSeconds, out float speed);
        float sign = MathF.Sign(SpeedMps);
        Vector3 position = Place(run, seconds, out Vector3 forward, out Vector3 left);
        float turn = 0;
        Quaternion rotation;
        if (Carriage == Carriage.Free)
        {
            Vector3 later = _spline.Direction(StartM + (sign * run) + (sign * BodyLengthM), BodyLengthM) * sign;
            float bank = Math.Clamp(Vector3.Dot(later - forward, left) * 1.4f, -0.7f, 0.7f);
            turn = bank;
            rotation = Ease.Then(Ease.Z(-bank), Ease.Facing(forward, Vector3.UnitY));
        }
        else
        {
            float yaw = Ease.YawOf(forward);
            float yawLater = Ease.YawOf(_spline.Direction(StartM + (sign * run) + (sign * BodyLengthM), BodyLengthM) * sign);
            turn = MathF.IEEERemainder(yawLater - yaw, MathF.Tau) * MathF.Abs(speed) / MathF.Max(BodyLengthM, 0.05f);
            rotation = Carriage == Carriage.OnGround ? Ease.Facing(Slope(position, forward, left, out Vector3 up), up) : Ease.Y(yaw);
        }

        return new TrackState
        {
            Position = position,
            Rotation = rotation,
            Scale = new Vector3(Scale),
            DistanceM = run,
            SpeedMps = MathF.Abs(speed),
            TurnRate = turn,
            Thrust = Thrust * (SpeedMps == 0 ? 1 : MathF.Abs(speed / SpeedMps)),
        };
    }

    private float Run(float t, out float speed)
    {
        float cruise = MathF.Abs(SpeedMps);
        float run = RampSeconds > 0 ? Ease.RampDistance(t, cruise, RampSeconds) : cruise * t;
        speed = RampSeconds > 0 ? cruise * Math.Clamp(t / RampSeconds, 0, 1) : cruise;
        if (StopAfterM is { } stop && run > stop - StopRampM)
        {
            // Braking evenly from cruise to rest over the ramp takes twice the time that cruising over it would.
            float over = (run - (stop - StopRampM)) / (2 * StopRampM);
            float braked = over >= 1 ? StopRampM : StopRampM * over * (2 - over);
            speed *= MathF.Max(0, 1 - over);
            run = stop - StopRampM + braked;
        }

        return run;
    }

    private Vector3 Place(float run, double seconds, out Vector3 forward, out Vector3 left)
    {
        float sign = MathF.Sign(SpeedMps);
        sign = sign == 0 ? 1 : sign;
        float along = StartM + (sign * run);
        Vector3 position = _spline.Position(along);
        forward = _spline.Direction(along, MathF.Max(BodyLengthM * 0.5f, 0.05f)) * sign;
        left = Vector3.Cross(Vector3.UnitY, forward);
        left = left.LengthSquared() > 1e-8f ? Vector3.Normalize(left) : Vector3.UnitX;
        float wander = WanderM > 0 ? Chance.Wander(Seed, seconds * 0.23) * WanderM : 0;
        float rise = WanderM > 0 ? Chance.Wander(Seed ^ 0x77, seconds * 0.31) * WanderM * 0.5f : 0;
        position += left * (LaneM + wander);
        position.Y = (GroundHeightM is { } ground ? ground(position.X, position.Z) : position.Y) + LiftM + (Carriage == Carriage.Free ? rise : 0);
        return position;
    }

    private Vector3 Slope(Vector3 position, Vector3 forward, Vector3 left, out Vector3 up)
    {
        up = Vector3.UnitY;
        if (GroundHeightM is not { } ground)
        {
            return forward;
        }

        Vector3 flat = Vector3.Normalize(new Vector3(forward.X, 0, forward.Z));
        float half = BodyLengthM * 0.5f;
        float Height(Vector3 offset) => ground(position.X + offset.X, position.Z + offset.Z);
        Vector3 pitch = new Vector3(flat.X * 2 * half, Height(flat * half) - Height(-flat * half), flat.Z * 2 * half);
        Vector3 roll = new Vector3(left.X * half, Height(left * half * 0.5f) - Height(left * -half * 0.5f), left.Z * half);
        up = Vector3.Normalize(Vector3.Cross(pitch, roll));
        return pitch;
    }
}

/// <summary>Another track, lifted and tilted by the surface of water.</summary>
/// <param name="way">Where it goes over the water.</param>
/// <param name="waterHeightM">Height of the water at X, Z and world time.</param>
/// <param name="sizeM">Width and length of the hull: smaller waves pass under it unfelt.</param>
/// <param name="draughtM">How deep the origin sinks.</param>
internal sealed class FloatTrack(Track way, Func<float, float, double, float> waterHeightM, Vector2 sizeM, float draughtM) : Track
{
    public override TrackState At(double seconds)
    {
        TrackState state = way.At(seconds);
        Vector3 ahead = Vector3.Normalize(new Vector3(state.Forward.X, 0, state.Forward.Z));
        Vector3 left = Vector3.Cross(Vector3.UnitY, ahead);
        float halfLength = MathF.Max(sizeM.Y * 0.4f, 0.05f), halfWidth = MathF.Max(sizeM.X * 0.4f, 0.05f);
        float Height(Vector3 offset) => waterHeightM(state.Position.X + offset.X, state.Position.Z + offset.Z, seconds);
        float bow = Height(ahead * halfLength), stern = Height(ahead * -halfLength), port = Height(left * halfWidth), starboard = Height(left * -halfWidth);
        float level = (bow + stern + port + starboard) / 4;
        float pitch = MathF.Atan2(stern - bow, 2 * halfLength) * 0.8f, roll = MathF.Atan2(port - starboard, 2 * halfWidth) * 0.6f;
        float heel = Math.Clamp(state.TurnRate * 0.3f, -0.2f, 0.2f);
        Quaternion rotation = Ease.Then(Ease.Then(Ease.Z(roll + heel), Ease.X(pitch)), Ease.Y(Ease.YawOf(ahead)));
        return state with { Position = new Vector3(state.Position.X, level - (draughtM * state.Scale.Y), state.Position.Z), Rotation = rotation };
    }
}

/// <summary>Hangs in the air and drifts: balloons, bubbles, planets' dust, kites.</summary>
internal sealed class DriftTrack(Vector3 start, Vector3 velocityMps, float yaw, float scale, ulong seed) : Track
{
    /// <summary>How far it wanders, metres.</summary>
    public float WanderM { get; init; } = 0.3f;

    /// <summary>Swing, radians.</summary>
    public float Sway { get; init; } = 0.05f;

    /// <summary>Moment at which it is let go.</summary>
    public float StartSeconds { get; init; }

    public override TrackState At(double seconds)
    {
        float t = MathF.Max(0, (float)seconds - StartSeconds);
        double w = seconds;
        Vector3 wander = new(Chance.Wander(seed, w * 0.2), Chance.Wander(seed ^ 1, w * 0.17) * 0.6f, Chance.Wander(seed ^ 2, w * 0.2));
        return new TrackState
        {
            Position = start + (velocityMps * t) + (wander * WanderM),
            Rotation = Ease.Then(Ease.Then(Ease.Z(Chance.Wander(seed ^ 3, w * 0.4) * Sway), Ease.X(Chance.Wander(seed ^ 4, w * 0.37) * Sway)), Ease.Y(yaw + (0.15f * (float)w * (Chance.At(seed, 5) - 0.5f)))),
            Scale = new Vector3(scale),
            DistanceM = velocityMps.Length() * t,
            SpeedMps = velocityMps.Length(),
        };
    }
}

/// <summary>Circles a centre in a tilted plane.</summary>
internal sealed class OrbitTrack(Track centre, float radiusM, float periodSeconds, float phase, float tilt, float scale) : Track
{
    /// <summary>Height of the plane above the centre.</summary>
    public float LiftM { get; init; }

    /// <summary>Faces along the way instead of keeping its heading.</summary>
    public bool FacesAhead { get; init; }

    public override TrackState At(double seconds)
    {
        float angle = phase + (MathF.Tau * (float)(seconds / periodSeconds));
        Vector3 arm = Vector3.Transform(new Vector3(MathF.Cos(angle), 0, MathF.Sin(angle)) * radiusM, Ease.X(tilt));
        float speed = MathF.Abs(MathF.Tau * radiusM / periodSeconds);
        Vector3 ahead = Vector3.Transform(new Vector3(-MathF.Sin(angle), 0, MathF.Cos(angle)) * MathF.Sign(periodSeconds), Ease.X(tilt));
        return new TrackState
        {
            Position = centre.At(seconds).Position + arm + new Vector3(0, LiftM, 0),
            Rotation = FacesAhead ? Ease.Facing(ahead, Vector3.UnitY) : Quaternion.Identity,
            Scale = new Vector3(scale),
            DistanceM = speed * (float)seconds,
            SpeedMps = speed,
            TurnRate = FacesAhead ? -MathF.Tau / periodSeconds : 0,
        };
    }
}

/// <summary>Turns on the spot about Y.</summary>
internal sealed class SpinTrack(Track place, float radiansPerSecond, float rampSeconds) : Track
{
    public override TrackState At(double seconds)
    {
        TrackState state = place.At(seconds);
        float angle = Ease.RampDistance((float)seconds + rampSeconds, radiansPerSecond, MathF.Max(rampSeconds, 0.01f));
        return state with { Rotation = Ease.Then(Ease.Y(angle), state.Rotation), TurnRate = radiansPerSecond };
    }
}

/// <summary>Hangs from a pivot and swings.</summary>
/// <param name="pivot">Where it hangs, world.</param>
/// <param name="lengthM">From the pivot to the prop's origin.</param>
/// <param name="amplitude">Largest angle, radians.</param>
/// <param name="yaw">Heading of the plane of swing.</param>
/// <param name="gravityMps2">Gravity: it gives the period.</param>
internal sealed class PendulumTrack(Vector3 pivot, float lengthM, float amplitude, float yaw, float gravityMps2) : Track
{
    /// <summary>Moment at which it is let go from its far end.</summary>
    public float ReleaseSeconds { get; init; }

    /// <summary>Fraction of amplitude lost a second.</summary>
    public float Damping { get; init; } = 0.03f;

    public override TrackState At(double seconds)
    {
        float t = MathF.Max(0, (float)seconds - ReleaseSeconds);
        float omega = MathF.Sqrt(gravityMps2 / lengthM);
        float decay = MathF.Exp(-Damping * t);
        float angle = -amplitude * decay * MathF.Cos(omega * t);
        Quaternion swing = Ease.Then(Ease.X(-angle), Ease.Y(yaw));
        return new TrackState
        {
            Position = pivot + Vector3.Transform(new Vector3(0, -lengthM, 0), swing),
            Rotation = swing,
            SpeedMps = MathF.Abs(amplitude * decay * omega * lengthM * MathF.Sin(omega * t)),
        };
    }
}

/// <summary>Leaps from place to place along ballistic arcs.</summary>
internal sealed class LeapTrack(Vector3 from, Vector3 to, float apexM, float startSeconds, float gravityMps2, float scale) : Track
{
    /// <summary>Heading before the leap and after; the way's own when null.</summary>
    public float? YawAfter { get; init; }

    /// <summary>Whole turns about the sideways axis while in the air; −1 is a backflip.</summary>
    public float Flips { get; init; }

    /// <summary>Height of the middle of the body: flips turn about it.</summary>
    public float MiddleM { get; init; } = 0.5f;

    /// <summary>Seconds in the air.</summary>
    public float AirSeconds
    {
        get
        {
            float top = MathF.Max(from.Y, to.Y) + apexM;
            return MathF.Sqrt(2 * (top - from.Y) / gravityMps2) + MathF.Sqrt(2 * (top - to.Y) / gravityMps2);
        }
    }

    /// <summary>Moment of landing.</summary>
    public float LandSeconds => startSeconds + AirSeconds;

    public override TrackState At(double seconds)
    {
        float t = Math.Clamp((float)seconds - startSeconds, 0, AirSeconds);
        float top = MathF.Max(from.Y, to.Y) + apexM;
        float rise = MathF.Sqrt(2 * (top - from.Y) * gravityMps2);
        float share = t / AirSeconds;
        Vector3 position = Vector3.Lerp(from, to, share);
        float support = position.Y;
        position.Y = from.Y + (rise * t) - (gravityMps2 * t * t / 2);
        Vector3 way = to - from;
        float yaw = way.X != 0 || way.Z != 0 ? Ease.YawOf(way) : YawAfter ?? 0;
        yaw = YawAfter is { } after ? yaw + (MathF.IEEERemainder(after - yaw, MathF.Tau) * Ease.Smooth(0.7f, 1.2f, ((float)seconds - startSeconds) / AirSeconds)) : yaw;
        bool flying = t > 0 && t < AirSeconds;
        Quaternion flip = Ease.X(-MathF.Tau * Flips * Ease.Smooth(0.08f, 0.92f, share));
        Vector3 middle = new(0, MiddleM * scale, 0);
        Vector3 shift = Vector3.Transform(middle - Vector3.Transform(middle, flip), Ease.Y(yaw));
        return new TrackState
        {
            Position = position + (Flips != 0 ? shift : Vector3.Zero),
            Rotation = Flips != 0 ? Ease.Then(flip, Ease.Y(yaw)) : Ease.Y(yaw),
            Scale = new Vector3(scale),
            DistanceM = Vector3.Distance(from, to) * share,
            SpeedMps = flying ? new Vector2(way.X, way.Z).Length() / AirSeconds : 0,
            AirborneM = flying ? MathF.Max(0, position.Y - support) : 0,
        };
    }
}

/// <summary>The same again and again.</summary>
internal sealed class AgainTrack(Track track, double periodSeconds) : Track
{
    public override TrackState At(double seconds) => track.At(seconds - (Math.Floor(seconds / periodSeconds) * periodSeconds));
}

/// <summary>Straight up under thrust (or down, to a landing).</summary>
internal sealed class LaunchTrack(Vector3 pad, float yaw, float scale, float igniteSeconds, float accelerationMps2) : Track
{
    /// <summary>Plays the flight backwards: from the sky to the pad at <see cref="LandSeconds"/>.</summary>
    public bool Lands { get; init; }

    /// <summary>Moment of touch-down.</summary>
    public float LandSeconds { get; init; }

    public override TrackState At(double seconds)
    {
        float t = Lands ? MathF.Max(0, LandSeconds - (float)seconds) : MathF.Max(0, (float)seconds - igniteSeconds - 0.8f);
        float height = 0.5f * accelerationMps2 * t * t;
        bool burning = Lands ? seconds < LandSeconds + 0.3 : seconds > igniteSeconds;
        float ramp = Lands ? 1 - Ease.Smooth(LandSeconds - 0.1f, LandSeconds + 0.4f, (float)seconds) : Ease.Smooth(igniteSeconds, igniteSeconds + 0.6f, (float)seconds);
        float sway = Lands ? Ease.Smooth(0, 3, t) : 0;
        return new TrackState
        {
            Position = pad + new Vector3(sway * MathF.Sin(t * 0.9f) * 0.6f * scale, height, sway * MathF.Sin(t * 0.7f) * 0.4f * scale),
            Rotation = Ease.Then(Ease.Z(sway * 0.04f * MathF.Sin(t * 1.3f)), Ease.Y(yaw)),
            Scale = new Vector3(scale),
            SpeedMps = accelerationMps2 * t,
            DistanceM = height,
            Thrust = burning ? ramp : 0,
            AirborneM = height,
        };
    }
}

/// <summary>A body that physics moved: recorded at even steps and read back smoothly.</summary>
internal sealed class RecordedTrack(Vector3[] centres, Quaternion[] rotations, float stepSeconds, Vector3 restOffsetM, float scale) : Track
{
    /// <summary>Size over time; null keeps it (a growing snowball gives one).</summary>
    public Func<double, float>? ScaleAt { get; init; }

    public override TrackState At(double seconds)
    {
        double x = Math.Clamp(seconds / stepSeconds, 0, centres.Length - 1);
        int i = Math.Min((int)x, centres.Length - 2);
        if (i < 0)
        {
            return State(centres[0], rotations[0], 0, seconds);
        }

        float t = (float)(x - i);
        float speed = seconds >= 0 ? Vector3.Distance(centres[i], centres[i + 1]) / stepSeconds : 0;
        return State(Vector3.Lerp(centres[i], centres[i + 1], t), Quaternion.Slerp(rotations[i], rotations[i + 1], t), speed, seconds);
    }

    private TrackState State(Vector3 centre, Quaternion rotation, float speed, double seconds)
    {
        float size = ScaleAt?.Invoke(seconds) ?? scale;

        // What grows stays on what carries it: its middle rises by what its radius gains.
        Vector3 rise = new(0, restOffsetM.Y * (size - scale), 0);
        return new TrackState
        {
            Position = centre + rise - Vector3.Transform(restOffsetM * size, rotation),
            Rotation = rotation,
            Scale = new Vector3(size),
            SpeedMps = speed,
        };
    }
}

/// <summary>A track seen larger or smaller over time: growth, a snowball.</summary>
internal sealed class GrowTrack(Track place, Func<double, float> sizeAt) : Track
{
    public override TrackState At(double seconds)
    {
        TrackState state = place.At(seconds);
        return state with { Scale = state.Scale * sizeAt(seconds) };
    }
}

/// <summary>Hops on the spot again and again, with a rest between.</summary>
internal sealed class HopTrack(Track place, float heightM, float gravityMps2, ulong seed) : Track
{
    public override TrackState At(double seconds)
    {
        float air = 2 * MathF.Sqrt(2 * heightM / gravityMps2);
        double cycle = air + 0.35;
        double phase = (seconds + (Chance.At(seed, 4) * cycle)) % cycle;
        TrackState state = place.At(seconds);
        float t = (float)phase;
        if (t >= air)
        {
            return state;
        }

        float up = (MathF.Sqrt(2 * heightM * gravityMps2) * t) - (gravityMps2 * t * t / 2);
        return state with { Position = state.Position + new Vector3(0, up, 0), AirborneM = up };
    }
}

/// <summary>Goes along, then loses its feet, slides on its back and comes to rest.</summary>
internal sealed class SlipTrack(Track way, float slipSeconds, float heightM) : Track
{
    public override TrackState At(double seconds)
    {
        TrackState state = way.At(Math.Min(seconds, slipSeconds));
        float t = (float)seconds - slipSeconds;
        if (t <= 0)
        {
            return state;
        }

        float fall = Ease.Smooth(0, 0.5f, t);
        float slide = heightM * 0.8f * (1 - MathF.Exp(-2 * t));
        float bump = MathF.Max(0, MathF.Sin(MathF.Min(t / 0.5f, 1) * MathF.PI)) * heightM * 0.15f;
        Vector3 forward = state.Forward;
        return state with
        {
            Position = state.Position + (forward * slide) + new Vector3(0, bump, 0),
            Rotation = Ease.Then(Ease.X(-1.35f * fall), state.Rotation),
            SpeedMps = 0,
        };
    }
}

/// <summary>A ball that rolls a little to and fro where it stands.</summary>
internal sealed class TeeterTrack(Vector3 place, float radiusM, float reachM, ulong seed) : Track
{
    public override TrackState At(double seconds)
    {
        float x = Chance.Wander(seed, seconds * 0.5) * reachM;
        Quaternion roll = Ease.Z(-x / radiusM);
        Vector3 middle = new(0, radiusM, 0);
        return new TrackState { Position = place + new Vector3(x, 0, 0) + middle - Vector3.Transform(middle, roll), Rotation = roll, DistanceM = x };
    }
}

/// <summary>Falls over to its right side from a moment on.</summary>
internal sealed class TipTrack(Track way, float tipSeconds) : Track
{
    public override TrackState At(double seconds)
    {
        TrackState state = way.At(seconds);
        float t = (float)seconds - tipSeconds;
        if (t <= 0)
        {
            return state;
        }

        float fallen = MathF.Min(1, t * t * 2.2f);
        float bounce = t > 0.67f ? 0.06f * MathF.Exp(-4 * (t - 0.67f)) * MathF.Abs(MathF.Sin((t - 0.67f) * 12)) : 0;
        return state with { Rotation = Ease.Then(Ease.Z((1.38f * fallen) - bounce), state.Rotation) };
    }
}
