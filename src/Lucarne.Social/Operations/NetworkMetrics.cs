using System.Diagnostics.Metrics;
using Lucarne.Social.Data;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Operations;

/// <summary>Gauges of the network itself, read from the database whenever they are collected.</summary>
internal sealed class NetworkMetrics : IDisposable
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "Lucarne";

    private readonly IDbContextFactory<LucarneContext> _contexts;
    private readonly Meter _meter;

    public NetworkMetrics(IDbContextFactory<LucarneContext> contexts, IMeterFactory meters)
    {
        _contexts = contexts;
        _meter = meters.Create(MeterName);
        _meter.CreateObservableGauge("lucarne.accounts", () => Count(db => db.Accounts.Count()), "{account}", "Accounts");
        _meter.CreateObservableGauge("lucarne.posts", () => Count(db => db.Posts.Count()), "{post}", "Posts");
    }

    /// <inheritdoc/>
    public void Dispose() => _meter.Dispose();

    private int Count(Func<LucarneContext, int> count)
    {
        using LucarneContext db = _contexts.CreateDbContext();
        return count(db);
    }
}
