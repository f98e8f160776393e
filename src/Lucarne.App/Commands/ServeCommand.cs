using System.CommandLine;
using System.Net;
using System.Net.Sockets;
using Lucarne.Social;
using Lucarne.Studio.Engines;
using Lucarne.Tensors.Products;
using Lucarne.Wan.Weights;

namespace Lucarne.App.Commands;

/// <summary><c>serve</c>: runs the network until it is asked to stop.</summary>
internal static class ServeCommand
{
    /// <summary>Where the network listens unless told otherwise: this machine only.</summary>
    public const string DefaultUrls = "http://127.0.0.1:5080";

    public static Command Create()
    {
        Option<string> urls = new("--urls") { Description = "Addresses to listen on, separated by semicolons.", DefaultValueFactory = _ => DefaultUrls };
        Option<string> data = SharedOptions.Data();
        Option<string?> model = SharedOptions.Model();
        Option<string> precision = SharedOptions.Precision();
        Command command = new("serve", "Start the network; prints its address.") { urls, data, model, precision };
        command.SetAction((parsed, cancel) => RunAsync(parsed.GetValue(urls)!, parsed.GetValue(data)!, parsed.GetValue(model), SharedOptions.ParsePrecision(parsed.GetValue(precision)!), cancel));
        return command;
    }

    private static async Task<int> RunAsync(string urls, string dataFolder, string? wanModel, ProductPrecision wanPrecision, CancellationToken cancel)
    {
        await using WebApplication app = Build(urls, dataFolder, wanModel, wanPrecision);
        try
        {
            await app.Services.PrepareSocialAsync(cancel);
            await app.StartAsync(cancel);
        }
        catch (IOException error) when (error.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            throw new CommandException($"{urls} is in use by another program; stop it, or choose another address with --urls", error);
        }
        catch (Exception error) when (error is SocketException or IOException or UnauthorizedAccessException or FormatException)
        {
            throw new CommandException($"the server can't start: {error.Message}", error);
        }

        foreach (string address in app.Urls)
        {
            Console.Out.WriteLine($"Lucarne is open at {Reachable(address)}");
        }

        Console.Out.Flush();
        Task warming = WarmAsync(app);
        await app.WaitForShutdownAsync(cancel);
        await warming;
        return 0;
    }

    /// <summary>Warms the engine beside the running server; what fails here will fail, and be told, in the first generation.</summary>
    private static async Task WarmAsync(WebApplication app)
    {
        try
        {
            await Task.Run(() => LucarneEngines.WarmAsync(app.Services.GetRequiredService<EngineRegistry>(), app.Lifetime.ApplicationStopping));
        }
        catch (Exception error)
        {
            app.Logger.LogDebug(error, "The engine could not be warmed");
        }
    }

    private static WebApplication Build(string urls, string dataFolder, string? wanModel, ProductPrecision wanPrecision)
    {
        try
        {
            return LucarneServer.Build(urls, dataFolder, wanModel: wanModel, wanPrecision: wanPrecision);
        }
        catch (WeightFileException error)
        {
            throw new CommandException($"the Wan model can't be used: {error.Message.TrimEnd('.')}", error);
        }
    }

    /// <summary>The address as a browser on this machine would open it.</summary>
    private static string Reachable(string address)
    {
        Uri uri = new(address.Replace("://+", "://[::]", StringComparison.Ordinal).Replace("://*", "://[::]", StringComparison.Ordinal));
        bool everywhere = IPAddress.TryParse(uri.Host.Trim('[', ']'), out IPAddress? ip) && (ip.Equals(IPAddress.Any) || ip.Equals(IPAddress.IPv6Any));
        return everywhere ? new UriBuilder(uri) { Host = "localhost" }.Uri.ToString().TrimEnd('/') : address;
    }
}
