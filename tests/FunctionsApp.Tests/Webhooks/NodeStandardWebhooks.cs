using System.Diagnostics;
using System.Text;
using System.Text.Json;
using TestSupport;

namespace FunctionsApp.Tests.Webhooks;

/// <summary>The npm package <c>standardwebhooks</c>, asked in one Node.js process for a whole batch.</summary>
static class NodeStandardWebhooks
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static async Task<Answer> AskAsync(IEnumerable<WebhookMessage> sign, IEnumerable<SignedMessage> verify)
    {
        var folder = await NodePeers.FolderAsync();
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        using var node = Process.Start(new ProcessStartInfo("node", ["standardwebhooks.mjs"])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = utf8,
            StandardOutputEncoding = utf8,
        })!;
        await node.StandardInput.WriteAsync(JsonSerializer.Serialize(new { sign, verify }, Json));
        node.StandardInput.Close();
        var output = await Task.WhenAll(node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        await node.WaitForExitAsync();
        Assert.True(node.ExitCode == 0, output[1]);
        return JsonSerializer.Deserialize<Answer>(output[0], Json)!;
    }

    public sealed record SignedMessage(string Secret, string Id, string Timestamp, string Signature, string Body);

    public sealed record Answer(IReadOnlyList<string> Signatures, IReadOnlyList<bool> Accepted);
}
