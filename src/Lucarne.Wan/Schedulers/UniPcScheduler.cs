namespace Lucarne.Wan.Schedulers;

/// <summary>UniPC, a predictor and corrector over the last few clean estimates, in its bh2 form.</summary>
/// <remarks>
/// Zhao et al. 2023; source for the details: diffusers, UniPCMultistepScheduler with flow sigmas. The noise level is σ, the signal level 1 − σ (taken in binary32, as there),
/// λ = ln(1 − σ) − ln σ, and the model's flow becomes the clean estimate m = x − σ·v.
/// </remarks>
public sealed class UniPcScheduler : IFlowScheduler
{
    private readonly int _order;
    private readonly int[] _uncorrected;
    private readonly float[] _sigmas;
    private readonly float[] _timesteps;
    private readonly List<float[]> _estimates = [];
    private float[] _lastSample = [];
    private int _lastOrder;

    /// <summary>Makes a scheduler.</summary>
    /// <param name="steps">Number of steps, at least 1.</param>
    /// <param name="shift">How far the levels are moved towards noise.</param>
    /// <param name="order">Estimates that a step uses, 1 to 3; the first and last steps use fewer.</param>
    /// <param name="trainedSteps">Timesteps of the training schedule.</param>
    /// <param name="uncorrected">Steps, counted from 0, whose result the next one does not correct.</param>
    public UniPcScheduler(int steps, double shift, int order = 2, int trainedSteps = 1000, params ReadOnlySpan<int> uncorrected)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(order, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(order, 3);
        ArgumentOutOfRangeException.ThrowIfLessThan(trainedSteps, 2);
        TrainedSteps = trainedSteps;
        _uncorrected = uncorrected.ToArray();
        _order = order;
        _sigmas = new float[steps + 1];
        _timesteps = new float[steps];
        for (int i = 0; i < steps; i++)
        {
            double sigma = FlowEulerScheduler.Shift(FlowEulerScheduler.Even(1, 1.0 / trainedSteps, steps, i), shift);
            sigma = i == 0 && Math.Abs(sigma - 1) < 1e-6 ? sigma - 1e-6 : sigma;
            _sigmas[i] = (float)sigma;
            _timesteps[i] = (float)Math.Truncate(sigma * trainedSteps);
        }
    }

    /// <inheritdoc/>
    public ReadOnlySpan<float> Sigmas => _sigmas;

    /// <inheritdoc/>
    public ReadOnlySpan<float> Timesteps => _timesteps;

    /// <inheritdoc/>
    public int TrainedSteps { get; }

    /// <inheritdoc/>
    public void Step(int step, ReadOnlySpan<float> flow, Span<float> sample)
    {
        float[] estimate = new float[sample.Length];
        for (int i = 0; i < estimate.Length; i++)
        {
            estimate[i] = sample[i] - (_sigmas[step] * flow[i]);
        }

        if (step > 0 && !_uncorrected.Contains(step - 1))
        {
            Correct(step, estimate, sample);
        }

        _estimates.Add(estimate);
        if (_estimates.Count > _order)
        {
            _estimates.RemoveAt(0);
        }

        _lastOrder = Math.Min(Math.Min(_order, _timesteps.Length - step), step + 1);
        _lastSample = sample.ToArray();
        Predict(step, sample);
    }

    private float[] Estimate(int age) => _estimates[^(age + 1)];

    private double Lambda(int index) => Math.Log(1f - _sigmas[index]) - Math.Log(_sigmas[index]);

    // From level `step` to the next.
    private void Predict(int step, Span<float> sample)
    {
        int order = _lastOrder;
        Coefficients c = new(this, step, step + 1, order);
        double[] weights = order switch
        {
            1 => [],
            2 => [0.5],
            _ => LinearSystem.Solve(c.Matrix(order - 1), c.RightSide(order - 1)),
        };
        Combine(c, sample, sample, step, weights, null);
    }

    // Again from the level before to `step`, now with the estimate that was made there.
    private void Correct(int step, float[] estimate, Span<float> sample)
    {
        int order = _lastOrder;
        Coefficients c = new(this, step - 1, step, order);
        double[] weights = order == 1 ? [0.5] : LinearSystem.Solve(c.Matrix(order), c.RightSide(order));
        Combine(c, _lastSample, sample, step - 1, weights, estimate);
    }

    // x_t = (σ_t/σ_s)·x_s − α_t·φ1·m0 − α_t·B·(Σ ρ_i·(m_i − m0)/r_i + ρ_last·(m_t − m0))
    private void Combine(in Coefficients c, ReadOnlySpan<float> from, Span<float> to, int level, double[] weights, float[]? newest)
    {
        float[] m0 = Estimate(0);
        float keep = _sigmas[level + 1] / _sigmas[level], clean = (float)(c.Alpha * c.Phi1), step = (float)(c.Alpha * c.B);
        int past = newest is null ? weights.Length : weights.Length - 1;
        for (int i = 0; i < to.Length; i++)
        {
            double change = 0;
            for (int k = 0; k < past; k++)
            {
                change += weights[k] * (Estimate(k + 1)[i] - m0[i]) / c.Ratio(k);
            }

            if (newest is not null)
            {
                change += weights[^1] * (newest[i] - m0[i]);
            }

            float value = (keep * from[i]) - (clean * m0[i]);
            to[i] = change == 0 ? value : value - (step * (float)change);
        }
    }

    private readonly struct Coefficients
    {
        private readonly double[] _ratios;
        private readonly double[] _rightSide;

        public Coefficients(UniPcScheduler owner, int from, int to, int order)
        {
            double start = owner.Lambda(from), h = owner.Lambda(to) - start, hh = -h;
            Alpha = 1f - owner._sigmas[to];
            Phi1 = Expm1(hh);
            B = Phi1;
            _ratios = new double[order];
            for (int k = 0; k < order - 1; k++)
            {
                _ratios[k] = (owner.Lambda(from - k - 1) - start) / h;
            }

            _ratios[^1] = 1;
            _rightSide = new double[order];
            double phi = (Phi1 / hh) - 1, factorial = 1;
            for (int k = 0; k < order; k++)
            {
                _rightSide[k] = phi * factorial / B;
                factorial *= k + 2;
                phi = (phi / hh) - (1 / factorial);
            }
        }

        public double Alpha { get; }

        public double Phi1 { get; }

        public double B { get; }

        public double Ratio(int index) => _ratios[index];

        // Row k holds the ratios to the power k.
        public double[,] Matrix(int size)
        {
            double[,] matrix = new double[size, size];
            for (int row = 0; row < size; row++)
            {
                for (int column = 0; column < size; column++)
                {
                    matrix[row, column] = Math.Pow(_ratios[column], row);
                }
            }

            return matrix;
        }

        public double[] RightSide(int size) => _rightSide[..size];

        // e^x − 1 without loss near 0.
        private static double Expm1(double x) => Math.Abs(x) < 1e-3 ? x * (1 + (x / 2 * (1 + (x / 3 * (1 + (x / 4)))))) : Math.Exp(x) - 1;
    }
}

/// <summary>Small systems of linear equations.</summary>
internal static class LinearSystem
{
    /// <summary>Solves a·x = b by elimination with row exchange; both are overwritten.</summary>
    public static double[] Solve(double[,] a, double[] b)
    {
        int n = b.Length;
        for (int pivot = 0; pivot < n; pivot++)
        {
            int best = pivot;
            for (int row = pivot + 1; row < n; row++)
            {
                best = Math.Abs(a[row, pivot]) > Math.Abs(a[best, pivot]) ? row : best;
            }

            for (int column = 0; column < n; column++)
            {
                (a[pivot, column], a[best, column]) = (a[best, column], a[pivot, column]);
            }

            (b[pivot], b[best]) = (b[best], b[pivot]);
            for (int row = pivot + 1; row < n; row++)
            {
                double factor = a[row, pivot] / a[pivot, pivot];
                for (int column = pivot; column < n; column++)
                {
                    a[row, column] -= factor * a[pivot, column];
                }

                b[row] -= factor * b[pivot];
            }
        }

        for (int row = n - 1; row >= 0; row--)
        {
            for (int column = row + 1; column < n; column++)
            {
                b[row] -= a[row, column] * b[column];
            }

            b[row] /= a[row, row];
        }

        return b;
    }
}
