using System.Diagnostics;
using System.Text.Json;
using Azure.Data.Tables;
using TestSupport;

namespace LocalRuntime.Tests.Tables;

/// <summary>Entities are exchanged with an independent client over HTTP.</summary>
public sealed class NodeClientTests(AzuriteFixture azurite)
{
    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Node_client_and_this_client_read_each_others_types()
    {
        Assert.SkipWhen(NodePeers.Skipped, "AZURITE=skip");
        var connectionString = await azurite.ConnectionStringAsync();
        var table = new TableServiceClient(connectionString).GetTableClient($"t{Guid.NewGuid():N}");
        await table.CreateIfNotExistsAsync(Token);
        var instant = new DateTimeOffset(2026, 12, 1, 10, 0, 0, 123, TimeSpan.Zero);
        var guid = Guid.Parse("00112233-4455-6677-8899-aabbccddeeff");
        await table.AddEntityAsync(
            new TableEntity("p", "from .NET")
            {
                ["Text"] = "it's 文",
                ["Int32"] = 7,
                ["Int64"] = 9_007_199_254_740_993L,
                ["Double"] = 2.5,
                ["Boolean"] = true,
                ["DateTime"] = instant,
                ["Guid"] = guid,
                ["Binary"] = new byte[] { 0, 255 },
            },
            Token);

        var read = JsonDocument.Parse(await RunAsync(connectionString, table.Name)).RootElement;

        (string Type, string Value) Property(string name)
        {
            var property = read.GetProperty(name);
            return (property.GetProperty("type").GetString()!, property.GetProperty("value").ToString());
        }

        Assert.Equal(("String", "it's 文"), Property("Text"));
        Assert.Equal(("Int32", "7"), Property("Int32"));
        Assert.Equal(("Int64", "9007199254740993"), Property("Int64"));
        Assert.Equal("Boolean", Property("Boolean").Type);
        Assert.Equal("true", Property("Boolean").Value, ignoreCase: true);
        Assert.Equal(("Guid", guid.ToString()), Property("Guid"));
        Assert.Equal(("Binary", "AP8="), Property("Binary"));
        Assert.Equal(("Double", "2.5"), Property("Double"));
        Assert.Equal(
            ("DateTime", instant), (Property("DateTime").Type, DateTimeOffset.Parse(Property("DateTime").Value)));

        var theirs = (await table.GetEntityAsync<TableEntity>("p", "from Node.js", cancellationToken: Token)).Value;
        Assert.Equal(
            ("文", 7, 9_007_199_254_740_993L),
            (theirs.GetString("Text"), theirs.GetInt32("Int32"), theirs.GetInt64("Int64")));
        Assert.Equal(
            (2.5, true, instant, guid),
            (theirs.GetDouble("Double"), theirs.GetBoolean("Boolean"), theirs.GetDateTimeOffset("DateTime"),
                theirs.GetGuid("Guid")));
        Assert.Equal([0, 255], theirs.GetBinary("Binary")!);
    }

    static async Task<string> RunAsync(params string[] arguments)
    {
        using var node = Process.Start(new ProcessStartInfo("node", ["exchange.mjs", .. arguments])
        {
            WorkingDirectory = await NodePeers.FolderAsync(),
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var texts = await Task.WhenAll(
            node.StandardOutput.ReadToEndAsync(Token), node.StandardError.ReadToEndAsync(Token));
        await node.WaitForExitAsync(Token);
        return node.ExitCode == 0 ? texts[0] : throw new InvalidOperationException(texts[1]);
    }
}
