using System.Net;
using System.Text;
using TestSupport;

namespace FunctionsApp.Tests.Console;

/// <summary>The console's types are made from a snapshot of the description of the API.</summary>
public sealed class ApiSnapshotTests(AppHost app) : IClassFixture<AppHost>
{
    const string Renew = "UPDATE_OPENAPI_SNAPSHOT";

    static readonly string Snapshot = Path.Combine(NodePeers.Root, "src", "Console", "openapi.json");

    [Fact]
    public async Task Snapshot_of_the_console_is_the_description_of_the_API()
    {
        var description = (await app.GetAsync("/openapi.json")).Expecting(HttpStatusCode.OK).Bytes;
        if (Environment.GetEnvironmentVariable(Renew) == "1")
            await File.WriteAllBytesAsync(Snapshot, description.ToArray());

        Assert.True(
            await File.ReadAllTextAsync(Snapshot) == Encoding.UTF8.GetString(description.Span),
            $"src/Console/openapi.json is not the current description. Run this test with {Renew}=1, which writes it, "
            + "then `npm run check` in src/Console.");
    }
}
