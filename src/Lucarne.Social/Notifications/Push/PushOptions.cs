namespace Lucarne.Social.Notifications.Push;

/// <summary>Settings of web push; without keys it is not offered. <c>lucarne push-keys</c> makes a pair.</summary>
public sealed class PushOptions
{
    /// <summary>How push services reach the operator: a <c>mailto:</c> or <c>https:</c> address.</summary>
    public string? Subject { get; set; }

    /// <summary>Public key of the VAPID pair, base64url.</summary>
    public string? PublicKey { get; set; }

    /// <summary>Private key of the VAPID pair, base64url.</summary>
    public string? PrivateKey { get; set; }

    /// <summary>Addresses or networks (CIDR) inside which push services may stand, over plain HTTP too. Everything that is not on the public internet is refused otherwise.</summary>
    public IList<string> TrustedNetworks { get; } = [];
}
