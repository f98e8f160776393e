using System.CommandLine;
using System.Text.Json;
using Lucarne.Social.Erasures;

namespace Lucarne.App.Commands;

/// <summary><c>verify-receipt</c>: checks the signature of a receipt of erasure, without a server.</summary>
internal static class VerifyReceiptCommand
{
    public static Command Create()
    {
        Argument<FileInfo> file = new("FILE") { Description = "The receipt, as downloaded." };
        Option<string?> key = new("--key") { Description = "Thumbprint of the key that must have signed it: 'thumbprint' of the installation's /api/receipts/key.", HelpName = "THUMBPRINT" };
        Option<bool> json = SharedOptions.Json();
        Command command = new("verify-receipt", "Check the signature of a receipt of erasure.") { file, key, json };
        command.SetAction((parsed, cancel) => RunAsync(parsed.GetValue(file)!, parsed.GetValue(key), parsed.GetValue(json), cancel));
        return command;
    }

    private static async Task<int> RunAsync(FileInfo file, string? key, bool json, CancellationToken cancel)
    {
        byte[] document;
        try
        {
            document = file.Length <= 1 << 20 ? await File.ReadAllBytesAsync(file.FullName, cancel) : [];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{file} can't be read: {error.Message}", error);
        }

        if (!Receipts.TryVerify(document, out VerifiedReceipt? verified))
        {
            throw new CommandException($"{file} is not a receipt, or it was changed after it was signed");
        }

        if (key is not null && key != verified.KeyThumbprint)
        {
            throw new CommandException($"{file} is whole, but another key signed it: {verified.KeyThumbprint}");
        }

        if (json)
        {
            Console.Out.WriteLine(JsonSerializer.Serialize(verified, SharedOptions.JsonFormat));
            return 0;
        }

        ErasureReceipt receipt = verified.Receipt;
        Console.Out.WriteLine($"The signature is right. Key: {verified.KeyThumbprint}");
        if (key is null)
        {
            Console.Out.WriteLine($"Whose key that is, compare with {(receipt.Origin.Length > 0 ? receipt.Origin : "the installation's ")}/api/receipts/key, or pass --key.");
        }

        Console.Out.WriteLine(FormattableString.Invariant($"{receipt.Installation}: account {receipt.AccountId}, asked for on {receipt.RequestedAt:u}, erased on {receipt.ErasedAt:u}"));
        foreach (JsonProperty count in JsonSerializer.SerializeToElement(receipt.Erased, SharedOptions.JsonFormat).EnumerateObject())
        {
            Console.Out.WriteLine($"  {count.Name}: {count.Value}");
        }

        Console.Out.WriteLine(receipt.Statement);
        return 0;
    }
}
