using Lucarne.End2End.Tests.Harness;

[assembly: AssemblyFixture(typeof(Shared))]

namespace Lucarne.End2End.Tests.Harness;

/// <summary>One server for the tests that leave nothing behind that another would notice.</summary>
public sealed class Shared : IAsyncLifetime
{
    private static LucarneApp? s_app;

    internal static LucarneApp App => s_app ?? throw new InvalidOperationException("The shared server has not started");

    public async ValueTask InitializeAsync() => s_app = await LucarneApp.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await MigratedDatabase.RemoveAsync();
    }
}
