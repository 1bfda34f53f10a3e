using System.Diagnostics;
using System.Text;
using System.Text.Json;
using TestSupport;

namespace FunctionsApp.Tests.Platform.Webhooks;

/// <summary>Runs a script of <c>tests/azurite</c> around an npm package, one Node.js process for each batch.</summary>
static class NodePeer
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static async Task<TAnswer> RunAsync<TAnswer>(string script, object request)
    {
        var folder = await NodePeers.FolderAsync();
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        using var node = Process.Start(new ProcessStartInfo("node", [script])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = utf8,
            StandardOutputEncoding = utf8,
        })!;
        await node.StandardInput.WriteAsync(JsonSerializer.Serialize(request, Json));
        node.StandardInput.Close();
        var output = await Task.WhenAll(node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        await node.WaitForExitAsync();
        Assert.True(node.ExitCode == 0, output[1]);
        return JsonSerializer.Deserialize<TAnswer>(output[0], Json)!;
    }
}
