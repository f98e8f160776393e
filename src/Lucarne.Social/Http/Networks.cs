using System.Net;
using System.Net.Sockets;

namespace Lucarne.Social.Http;

/// <summary>Reads and compares the networks of the settings.</summary>
internal static class Networks
{
    /// <summary>Reads <c>10.0.0.0/8</c>, <c>10.1.2.3</c> or their IPv6 like.</summary>
    /// <exception cref="FormatException">The text is neither.</exception>
    public static IPNetwork Parse(string text)
    {
        if (IPNetwork.TryParse(text, out IPNetwork network))
        {
            return network;
        }

        return IPAddress.TryParse(text, out IPAddress? address)
            ? new IPNetwork(address, address.AddressFamily == AddressFamily.InterNetwork ? 32 : 128)
            : throw new FormatException($"'{text}' is neither an address nor a network such as 10.0.0.0/8");
    }

    /// <summary>The network that an address is counted as: itself, or the /64 of an IPv6 address, which one household holds.</summary>
    public static string CountedAs(IPAddress? address)
    {
        if (address is null)
        {
            return "unknown";
        }

        IPAddress plain = Plain(address);
        return plain.AddressFamily == AddressFamily.InterNetworkV6
            ? new IPNetwork(new IPAddress([.. plain.GetAddressBytes().AsSpan(0, 8), 0, 0, 0, 0, 0, 0, 0, 0]), 64).ToString()
            : plain.ToString();
    }

    /// <summary>The address without its IPv6 wrapping.</summary>
    public static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
}
