using System.Net;
using System.Net.Sockets;
using Lucarne.Social.Http;

namespace Lucarne.Social.Notifications.Push;

/// <summary>Which addresses push messages may go to: a browser names its push service itself, so that without this anyone could make the server knock at doors inside its own network.</summary>
/// <param name="trusted">Networks that are allowed although they are not public.</param>
internal sealed class PushAddresses(IEnumerable<string> trusted)
{
    private static readonly IPNetwork[] Closed =
    [
        .. ((string[])
        [
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16",
            "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3",
            "::/96", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20", "fc00::/7", "fe80::/10", "ff00::/8",
        ]).Select(IPNetwork.Parse),
    ];

    private readonly IPNetwork[] _trusted = [.. trusted.Select(Networks.Parse)];

    /// <summary>True for an endpoint that a browser may name: HTTPS on the usual port to a host name, or anything inside a trusted network.</summary>
    public bool MayBeEndpoint(Uri endpoint)
    {
        if (endpoint.UserInfo.Length > 0 || endpoint.Fragment.Length > 0 || endpoint.Scheme is not ("https" or "http"))
        {
            return false;
        }

        return IPAddress.TryParse(endpoint.Host.Trim('[', ']'), out IPAddress? address)
            ? IsTrusted(address)
            : endpoint.Scheme == "https" && endpoint.IsDefaultPort && endpoint.Host.Contains('.', StringComparison.Ordinal);
    }

    /// <summary>True for an address that a connection may be made to.</summary>
    public bool MayConnect(IPAddress address)
    {
        IPAddress plain = Networks.Plain(address);
        return IsTrusted(plain) || !Closed.Any(network => network.Contains(plain));
    }

    /// <summary>Connects to one of a host's addresses that <see cref="MayConnect"/>; it is checked here, after the name was looked up, so that a name can't change its mind in between.</summary>
    /// <exception cref="HttpRequestException">The host has no such address.</exception>
    public async ValueTask<Stream> ConnectAsync(DnsEndPoint host, CancellationToken cancel)
    {
        IPAddress[] addresses = [.. (await Dns.GetHostAddressesAsync(host.Host, cancel)).Where(MayConnect)];
        if (addresses.Length == 0)
        {
            throw new HttpRequestException($"{host.Host} has no address on the public internet");
        }

        Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, host.Port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private bool IsTrusted(IPAddress address)
    {
        IPAddress plain = Networks.Plain(address);
        return _trusted.Any(network => network.Contains(plain));
    }
}
