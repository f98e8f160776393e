namespace Lucarne.Tensors.Lanes;

/// <summary>One lane: the scalar reference of every kernel.</summary>
internal readonly unsafe struct Lanes1(float value) : ILanes<Lanes1>
{
    private readonly float _value = value;

    public static int Count => 1;

    public static Lanes1 Create(float value) => new(value);

    public static Lanes1 Load(float* source) => new(*source);

    public void Store(float* target) => *target = _value;

    public static Lanes1 Max(Lanes1 left, Lanes1 right) => new(left._value > right._value ? left._value : right._value);

    public static Lanes1 Min(Lanes1 left, Lanes1 right) => new(left._value < right._value ? left._value : right._value);

    public static Lanes1 MultiplyAdd(Lanes1 left, Lanes1 right, Lanes1 addend) => new(MathF.FusedMultiplyAdd(left._value, right._value, addend._value));

    public static Lanes1 Sqrt(Lanes1 value) => new(MathF.Sqrt(value._value));

    public static Lanes1 Round(Lanes1 value) => new(MathF.Round(value._value));

    public static Lanes1 PowerOfTwo(Lanes1 whole) => new(BitConverter.Int32BitsToSingle(((int)whole._value + 127) << 23));

    public static Lanes1 WhereLess(Lanes1 left, Lanes1 right, Lanes1 then, Lanes1 otherwise) => left._value < right._value ? then : otherwise;

    public static float Sum(Lanes1 value) => value._value;

    public static Lanes1 operator +(Lanes1 left, Lanes1 right) => new(left._value + right._value);

    public static Lanes1 operator -(Lanes1 left, Lanes1 right) => new(left._value - right._value);

    public static Lanes1 operator *(Lanes1 left, Lanes1 right) => new(left._value * right._value);

    public static Lanes1 operator /(Lanes1 left, Lanes1 right) => new(left._value / right._value);
}
