using Lucarne.Diorama.Physics;

namespace Lucarne.Diorama.Sound;

/// <summary>Listens to a physics world and puts what it hears on a track: blows, splashes, rolling and sliding.</summary>
/// <remarks>Call <see cref="Hear"/> after every <see cref="PhysicsWorld.Step"/>, before the step's time is rendered.</remarks>
public sealed class ContactSounds
{
    private const int Movers = 6;
    private const double SecondsBetweenBlows = 0.045;
    private const float QuietestImpulseNs = 2e-5f;

    private readonly SoundTrack _track;
    private readonly double _timeScale;
    private readonly double _offsetSeconds;
    private readonly Mover[] _movers = new Mover[Movers * 2];
    private double[] _lastBlow = new double[64];

    /// <param name="track">Takes the sounds.</param>
    /// <param name="timeScale">Film seconds to world seconds: 0.25 for slow motion, in which a blow sounds four times later.</param>
    /// <param name="offsetSeconds">Film time at which the world starts.</param>
    public ContactSounds(SoundTrack track, double timeScale = 1, double offsetSeconds = 0)
    {
        ArgumentNullException.ThrowIfNull(track);
        _track = track;
        _timeScale = Math.Clamp(timeScale, 0.001, 1000);
        _offsetSeconds = offsetSeconds;
        Array.Fill(_lastBlow, -1);
        for (int i = 0; i < _movers.Length; i++)
        {
            _movers[i] = new Mover { Handle = track.AddSource(i < Movers ? SourceKind.Rolling : SourceKind.Sliding), Body = -1 };
        }
    }

    /// <summary>Hears the world's last step.</summary>
    public void Hear(PhysicsWorld world)
    {
        ArgumentNullException.ThrowIfNull(world);
        if (_lastBlow.Length < world.BodyCount)
        {
            int known = _lastBlow.Length;
            Array.Resize(ref _lastBlow, Math.Max(world.BodyCount, known * 2));
            _lastBlow.AsSpan(known).Fill(-1);
        }

        double now = (world.Seconds / _timeScale) + _offsetSeconds;
        foreach (ref readonly ContactEvent contact in world.Contacts)
        {
            HearContact(world, contact, now);
        }

        foreach (ref readonly SplashEvent splash in world.Splashes)
        {
            if (splash.SpeedMps > 0.25f)
            {
                _track.Schedule(new SoundEvent
                {
                    Kind = SoundEventKind.Splash,
                    Seconds = now,
                    Position = splash.Point,
                    SizeM = 2 * splash.SizeM,
                    ImpulseNs = MathF.Min(20, (splash.Enters ? 0.5f : 0.1f) * splash.MassKg * splash.SpeedMps),
                    MaterialA = splash.Material,
                    MaterialB = SurfaceMaterial.Water,
                });
            }
        }

        RestMovers(now);
    }

    private void HearContact(PhysicsWorld world, in ContactEvent contact, double now)
    {
        float massA = world.MassOf(contact.BodyA), massB = world.MassOf(contact.BodyB);
        bool aMoves = massA > 0 && (massB == 0 || massA <= massB);
        BodyHandle mover = aMoves ? contact.BodyA : contact.BodyB;
        float mass = aMoves ? massA : massB;
        if (mass <= 0)
        {
            return;
        }

        float size = world.SizeOf(mover);
        (SurfaceMaterial material, SurfaceMaterial other) = aMoves ? (contact.MaterialA, contact.MaterialB) : (contact.MaterialB, contact.MaterialA);

        // A blow is what exceeds the push of weight.
        float weight = mass * world.Options.Gravity.Length() * world.Options.StepSeconds;
        float impulse = contact.NormalImpulseNs - (2f * weight);
        if (contact.ApproachMps > 0.06f && impulse > MathF.Max(QuietestImpulseNs, 0.02f * mass) && now - _lastBlow[mover.Index] > SecondsBetweenBlows)
        {
            _lastBlow[mover.Index] = now;
            _track.Schedule(new SoundEvent
            {
                Kind = SoundEventKind.Contact,
                Seconds = now,
                MaterialA = material,
                MaterialB = other,
                ImpulseNs = impulse,
                SizeM = size,
                Position = contact.Point,
            });
        }

        if (contact.Phase == ContactPhase.Persist)
        {
            Keep(mover.Index, 0, contact.RollingMps, contact, mass, size, material, now);
            Keep(mover.Index, Movers, contact.SlidingMps, contact, mass, size, other, now);
        }
    }

    private void Keep(int body, int first, float speed, in ContactEvent contact, float mass, float size, SurfaceMaterial material, double now)
    {
        if (speed < 0.08f)
        {
            return;
        }

        int at = -1;
        for (int i = first; i < first + Movers; i++)
        {
            if (_movers[i].Body == body)
            {
                at = i;
                break;
            }

            at = at < 0 && _movers[i].Body < 0 ? i : at;
        }

        if (at < 0)
        {
            return;
        }

        ref Mover mover = ref _movers[at];
        mover.Body = body;
        mover.HeardAt = now;
        if (now - mover.SetAt >= 0.01)
        {
            mover.SetAt = now;
            mover.State = new SourceState(MathF.Min(1, 0.35f * MathF.Pow(mass, 0.3f)), speed, contact.Point, size, material);
            _track.SetSource(mover.Handle, now, mover.State);
        }
    }

    private void RestMovers(double now)
    {
        foreach (ref Mover mover in _movers.AsSpan())
        {
            if (mover.Body >= 0 && now - mover.HeardAt > 0.03)
            {
                mover.Body = -1;
                mover.State = mover.State with { Level = 0 };
                _track.SetSource(mover.Handle, now, mover.State);
            }
        }
    }

    private struct Mover
    {
        public SourceHandle Handle;
        public SourceState State;
        public int Body;
        public double HeardAt, SetAt;
    }
}
