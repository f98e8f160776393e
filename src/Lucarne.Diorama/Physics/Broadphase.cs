using System.Numerics;

namespace Lucarne.Diorama.Physics;

/// <summary>Finds the pairs of colliders whose bounds overlap: sweep and prune along the axis on which the bodies spread most.</summary>
internal sealed class Broadphase
{
    private readonly List<int> _bounded = [];
    private readonly List<int> _unbounded = [];
    private int[] _order = new int[64];
    private float[] _starts = new float[64];
    private ulong[] _pairs = new ulong[256];
    private int _pairCount;

    /// <summary>Keys of the pairs, ascending: the lower collider index in the high half.</summary>
    public ReadOnlySpan<ulong> Pairs => _pairs.AsSpan(0, _pairCount);

    public void Add(int collider, bool bounded) => (bounded ? _bounded : _unbounded).Add(collider);

    public void Remove(int collider)
    {
        _bounded.Remove(collider);
        _unbounded.Remove(collider);
    }

    public void FindPairs(ReadOnlySpan<Collider> colliders, ReadOnlySpan<Body> bodies)
    {
        _pairCount = 0;
        int count = _bounded.Count;
        if (_order.Length < count)
        {
            Array.Resize(ref _order, count * 2);
            Array.Resize(ref _starts, count * 2);
        }

        int axis = WidestAxis(colliders);
        for (int i = 0; i < count; i++)
        {
            _order[i] = _bounded[i];
            _starts[i] = colliders[_bounded[i]].Min[axis];
        }

        _starts.AsSpan(0, count).Sort(_order.AsSpan(0, count));
        for (int i = 0; i < count; i++)
        {
            int a = _order[i];
            ref readonly Collider ca = ref colliders[a];
            ref readonly Body ba = ref bodies[ca.Body];
            float end = ca.Max[axis];
            for (int j = i + 1; j < count && _starts[j] <= end; j++)
            {
                int b = _order[j];
                ref readonly Collider cb = ref colliders[b];
                if (ca.Min.X <= cb.Max.X && cb.Min.X <= ca.Max.X && ca.Min.Y <= cb.Max.Y && cb.Min.Y <= ca.Max.Y
                    && ca.Min.Z <= cb.Max.Z && cb.Min.Z <= ca.Max.Z && MayMeet(ca.Body, ba, cb.Body, bodies[cb.Body]))
                {
                    AddPair(a, b);
                }
            }
        }

        foreach (int a in _unbounded)
        {
            int bodyA = colliders[a].Body;
            foreach (int b in _bounded)
            {
                int bodyB = colliders[b].Body;
                if (MayMeet(bodyA, bodies[bodyA], bodyB, bodies[bodyB]))
                {
                    AddPair(a, b);
                }
            }
        }

        _pairs.AsSpan(0, _pairCount).Sort();
    }

    private static bool MayMeet(int indexA, in Body a, int indexB, in Body b)
        => indexA != indexB && (a.IsDynamic || b.IsDynamic) && (a.Layers & b.CollidesWith) != 0 && (b.Layers & a.CollidesWith) != 0;

    private int WidestAxis(ReadOnlySpan<Collider> colliders)
    {
        Vector3 sum = default, squares = default;
        foreach (int i in _bounded)
        {
            Vector3 p = colliders[i].Position;
            sum += p;
            squares += p * p;
        }

        Vector3 variance = squares - (sum * sum / Math.Max(1, _bounded.Count));
        return variance.X >= variance.Y ? (variance.X >= variance.Z ? 0 : 2) : (variance.Y >= variance.Z ? 1 : 2);
    }

    private void AddPair(int a, int b)
    {
        if (_pairCount == _pairs.Length)
        {
            Array.Resize(ref _pairs, _pairCount * 2);
        }

        _pairs[_pairCount++] = a < b ? ((ulong)(uint)a << 32) | (uint)b : ((ulong)(uint)b << 32) | (uint)a;
    }
}
