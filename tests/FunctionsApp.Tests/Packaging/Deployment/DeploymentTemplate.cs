using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using TestSupport;

namespace FunctionsApp.Tests.Packaging.Deployment;

/// <summary>
/// The template of <c>infra</c>, compiled, and what it deploys with given parameters. The Bicep CLI evaluates it in a
/// temporary copy, in which secure parameters are plain ones and references to deployed resources are examples,
/// because it leaves both unevaluated.
/// </summary>
public sealed partial class DeploymentTemplate : IAsyncLifetime
{
    static readonly string[] Scope =
    [
        "--subscription-id", "00000000-0000-0000-0000-000000000001", "--resource-group", "community",
        "--location", "eastasia",
    ];

    readonly DirectoryInfo copy = Directory.CreateTempSubdirectory("infra-");
    readonly ConcurrentDictionary<string, Task<DeployedResources>> evaluated = new(StringComparer.Ordinal);
    int files;

    public static string Folder { get; } = Path.Combine(NodePeers.Root, "infra");

    /// <summary>The compiled template.</summary>
    internal JsonObject Json { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        if (!BicepCli.IsSupported) return;
        foreach (var file in Directory.EnumerateFiles(Folder))
            await File.WriteAllTextAsync(
                Path.Combine(copy.FullName, Path.GetFileName(file)), Evaluable(await File.ReadAllTextAsync(file)));
        var built = await BicepCli.RunAsync(Folder, "build", "main.bicep", "--stdout");
        Json = (JsonObject)JsonNode.Parse(built.Output)!;
    }

    public ValueTask DisposeAsync()
    {
        copy.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>What these parameters deploy. The same parameters are evaluated once.</summary>
    internal Task<DeployedResources> EvaluateAsync(JsonObject parameters) => evaluated.GetOrAdd(
        parameters.ToJsonString(),
        async (_, given) => await SnapshotAsync(await WriteParametersAsync(given), []),
        parameters);

    /// <summary>What the parameter file of the repository deploys with these environment variables.</summary>
    internal Task<DeployedResources> EvaluateParameterFileAsync(Dictionary<string, string> variables) =>
        SnapshotAsync("main", variables);

    /// <summary>The errors and warnings of these parameters; empty when the template accepts them.</summary>
    internal async Task<string> ValidateAsync(JsonObject parameters)
    {
        var name = await WriteParametersAsync(parameters);
        return (await BicepCli.RunAsync(copy.FullName, "build-params", $"{name}.bicepparam", "--stdout")).Diagnostics;
    }

    async Task<string> WriteParametersAsync(JsonObject parameters)
    {
        var name = $"case-{Interlocked.Increment(ref files)}";
        await File.WriteAllTextAsync(Path.Combine(copy.FullName, $"{name}.json"), parameters.ToJsonString());
        var lines = parameters.Select(parameter =>
            $"param {parameter.Key} = loadJsonContent('{name}.json').{parameter.Key}");
        await File.WriteAllLinesAsync(
            Path.Combine(copy.FullName, $"{name}.bicepparam"), lines.Prepend("using 'main.bicep'"));
        return name;
    }

    async Task<DeployedResources> SnapshotAsync(string name, Dictionary<string, string> variables)
    {
        var result = await BicepCli.RunAsync(
            copy.FullName, variables, ["snapshot", $"{name}.bicepparam", "--mode", "overwrite", .. Scope]);
        Assert.True(result.ExitCode == 0, result.Diagnostics);
        var snapshot = await File.ReadAllTextAsync(Path.Combine(copy.FullName, $"{name}.snapshot.json"));
        return new DeployedResources((JsonArray)JsonNode.Parse(snapshot)!["predictedResources"]!);
    }

    static string Evaluable(string bicep)
    {
        var plain = bicep.Replace("@secure()", "", StringComparison.Ordinal)
            .Replace("insights.properties.ConnectionString", "'InstrumentationKey=0'", StringComparison.Ordinal);
        return StorageEndpoint().Replace(plain, "'https://account.${service}.core.windows.net/'");
    }

    [GeneratedRegex(@"storage\.properties\.primaryEndpoints\.(?<service>[a-z]+)", RegexOptions.NonBacktracking)]
    private static partial Regex StorageEndpoint();
}
