using System.CommandLine;
using Lucarne.Social.Notifications.Push;

namespace Lucarne.App.Commands;

/// <summary><c>push-keys</c>: makes the key pair by which push services know an installation.</summary>
internal static class PushKeysCommand
{
    public static Command Create()
    {
        Command command = new("push-keys", "Make a key pair for web push, as the settings that turn it on. Keep the private one secret; a new pair ends every subscription.");
        command.SetAction(_ =>
        {
            (string publicKey, string privateKey) = VapidKeys.Generate();
            Console.Out.WriteLine($"LUCARNE__PUSH__PUBLICKEY={publicKey}");
            Console.Out.WriteLine($"LUCARNE__PUSH__PRIVATEKEY={privateKey}");
            Console.Out.WriteLine("LUCARNE__PUSH__SUBJECT=mailto:YOU@YOUR.DOMAIN");
            return 0;
        });
        return command;
    }
}
