namespace Lucarne.Diorama.Physics;

public sealed partial class PhysicsWorld
{
    private const float SleepSpeedMps = 0.02f;
    private const float SleepSpinRadps = 0.05f;
    private const float SecondsToSleep = 0.5f;

    private int[] _islandOf = new int[64];
    private float[] _islandRestSeconds = new float[64];
    private bool[] _islandHeld = new bool[64];

    /// <summary>Groups the bodies that touch; a group sleeps when all of it has rested for a while, and wakes as one.</summary>
    private void UpdateIslands(float step)
    {
        if (!_options.Sleeping)
        {
            return;
        }

        Grow(ref _islandOf, _bodyCount);
        Grow(ref _islandRestSeconds, _bodyCount);
        Grow(ref _islandHeld, _bodyCount);
        for (int i = 0; i < _bodyCount; i++)
        {
            _islandOf[i] = i;
            _islandRestSeconds[i] = float.MaxValue;
            _islandHeld[i] = false;
            ref Body body = ref _bodies[i];
            if (body.IsDynamic && !body.Asleep)
            {
                bool rests = body.LinearVelocity.LengthSquared() < SleepSpeedMps * SleepSpeedMps
                    && body.AngularVelocity.LengthSquared() < SleepSpinRadps * SleepSpinRadps
                    && body.Force == default && body.Torque == default && body.Submerged == 0;
                body.SleepSeconds = rests ? body.SleepSeconds + step : 0;
            }
        }

        foreach (ref readonly Manifold m in _manifolds.AsSpan(0, _manifoldCount))
        {
            if (m.Count > 0)
            {
                Link(m.BodyA, m.BodyB);
            }
        }

        LinkJoints();
        for (int i = 0; i < _bodyCount; i++)
        {
            ref readonly Body body = ref _bodies[i];
            if (body.IsDynamic && !body.Removed)
            {
                int root = Root(i);
                _islandRestSeconds[root] = MathF.Min(_islandRestSeconds[root], body.SleepSeconds);
                _islandHeld[root] |= _islandHeld[i];
            }
        }

        for (int i = 0; i < _bodyCount; i++)
        {
            ref Body body = ref _bodies[i];
            if (!body.IsDynamic || body.Removed)
            {
                continue;
            }

            int root = Root(i);
            bool sleeps = _islandHeld[root] && _islandRestSeconds[root] >= SecondsToSleep;
            if (sleeps && !body.Asleep)
            {
                body.LinearVelocity = default;
                body.AngularVelocity = default;
            }
            else if (!sleeps && body.Asleep)
            {
                body.PreviousPosition = body.Position;
                body.PreviousOrientation = body.Orientation;
                body.InverseInertia = body.LocalInverseInertia.Rotated(body.Orientation);
                body.DeltaPosition = default;
                body.DeltaRotation = default;
            }

            body.Asleep = sleeps;
        }
    }

    private void Link(int a, int b)
    {
        ref Body bodyA = ref _bodies[a];
        ref Body bodyB = ref _bodies[b];
        _islandHeld[a] = true;
        _islandHeld[b] = true;
        if (bodyA.IsDynamic && bodyB.IsDynamic)
        {
            int rootA = Root(a), rootB = Root(b);
            if (rootA != rootB)
            {
                _islandOf[Math.Max(rootA, rootB)] = Math.Min(rootA, rootB);
            }
        }
        else if (IsDriven(bodyA))
        {
            bodyB.SleepSeconds = 0;
        }
        else if (IsDriven(bodyB))
        {
            bodyA.SleepSeconds = 0;
        }
    }

    private static bool IsDriven(in Body body)
        => body.Kind == BodyKind.Kinematic && (body.LinearVelocity != default || body.AngularVelocity != default);

    private int Root(int i)
    {
        while (_islandOf[i] != i)
        {
            _islandOf[i] = _islandOf[_islandOf[i]];
            i = _islandOf[i];
        }

        return i;
    }
}
