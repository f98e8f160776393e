namespace Lucarne.Tensors.Tests;

/// <summary>Repeatable numbers for tests.</summary>
internal static class TestNumbers
{
    /// <summary>Numbers spread evenly over −span to span.</summary>
    public static float[] Uniform(int count, uint seed, float span = 1)
    {
        float[] numbers = new float[count];
        uint state = (seed * 2654435761u) + 1;
        for (int i = 0; i < count; i++)
        {
            state = (state * 1664525u) + 1013904223u;
            numbers[i] = ((int)(state >> 8) - (1 << 23)) / (float)(1 << 23) * span;
        }

        return numbers;
    }
}
