using System.Diagnostics.CodeAnalysis;

namespace Lucarne.Studio.Engines;

/// <summary>The engines of this installation, by id. The first one is the default.</summary>
public sealed class EngineRegistry
{
    private readonly List<IEngine> _all = [];
    private readonly Dictionary<string, IEngine> _byId = new(StringComparer.Ordinal);

    /// <param name="engines">At least one; ids differ.</param>
    public EngineRegistry(IEnumerable<IEngine> engines)
    {
        foreach (IEngine engine in engines)
        {
            _byId.Add(engine.Id, engine);
            _all.Add(engine);
        }

        if (_all.Count == 0)
        {
            throw new ArgumentException("EngineRegistry: no engine is registered", nameof(engines));
        }
    }

    /// <summary>Engines in order of registration.</summary>
    public IReadOnlyList<IEngine> All => _all;

    /// <summary>The engine used when a request names none.</summary>
    public IEngine Default => All[0];

    /// <summary>Finds an engine by id; null or empty finds the default.</summary>
    public bool TryGet(string? id, [NotNullWhen(true)] out IEngine? engine)
    {
        engine = Default;
        return string.IsNullOrEmpty(id) || _byId.TryGetValue(id, out engine);
    }
}
