using System.Text.Json;
using System.Text.RegularExpressions;
using TestSupport;

namespace FunctionsApp.Tests.Packaging.Deployment;

/// <summary>
/// <c>docs/settings.md</c> and <c>local.settings.example.json</c> name the settings that the app reads.
/// </summary>
public sealed partial class SettingDocumentTests
{
    static readonly Dictionary<string, string> EverySetting = new(StringComparer.Ordinal)
    {
        ["AzureWebJobsStorage__tableServiceUri"] = "https://account.table.core.windows.net",
        ["AzureWebJobsStorage__queueServiceUri"] = "https://account.queue.core.windows.net",
        ["ApiKeys__0"] = "a-key-of-some-length",
        ["Channel__Secrets__0"] = AppHost.Secret,
        ["NewBuyer__GroupId"] = "tea-1",
        ["NewBuyer__MostMinor"] = "100",
        ["Shops__main__Kind"] = "Youzan",
        ["Shops__main__ClientId"] = "client",
        ["Shops__main__Secrets__0"] = "signing-secret",
    };

    static readonly Dictionary<string, string> SettingsOfWeCom = new(EverySetting, StringComparer.Ordinal)
    {
        ["Channel"] = "WeCom",
        ["WeCom__CorpId"] = "ww1",
        ["WeCom__AgentId"] = "1000002",
        ["WeCom__Secret"] = "secret",
        ["WeCom__Token"] = "token",
        ["WeCom__EncodingAesKey"] = new string('a', 43),
        ["WeCom__Robots__staff"] = "693a91f6-7aaa-4bc4-97a0-0ec2b7a1d9c3",
    };

    // What these tables describe and only a host reads.
    static readonly string[] ReadByHost =
        ["AzureWebJobsDisableHomepage", "FUNCTIONS_WORKER_RUNTIME", "WEBSITE_TIME_ZONE"];

    [Fact]
    public async Task Every_setting_that_the_app_reads_is_documented()
    {
        var documented = Names(await PageAsync()).Select(Pattern).ToList();

        Assert.All(await ReadsAsync(), name => Assert.Contains(documented, pattern => pattern.IsMatch(name)));
    }

    [Fact]
    public async Task Every_documented_setting_is_read_by_the_app_or_the_host()
    {
        var reads = await ReadsAsync();
        var rows = (await PageAsync()).Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal));

        var documented = rows.SelectMany(row => Names(row.Split('|')[1]).Take(1)).Except(ReadByHost).ToList();

        Assert.NotEmpty(documented);
        Assert.All(documented, name => Assert.Contains(reads, Pattern(name).IsMatch));
    }

    [Fact]
    public async Task App_starts_with_the_example_settings_and_the_storage_emulator()
    {
        var path = Path.Combine(NodePeers.Root, "local.settings.example.json");
        var values = JsonSerializer.Deserialize<JsonElement>(await File.ReadAllTextAsync(path)).GetProperty("Values")
            .Deserialize<Dictionary<string, string>>()!;
        values["AzureWebJobsStorage"] = "UseDevelopmentStorage=true";

        var reads = await SettingReads.ComposeAppAsync(values);

        Assert.Empty(values.Keys.Except([.. reads, .. await ReadsAsync(), .. ReadByHost]));
    }

    // Each channel has its own settings. The app reads the address of the host and the storage account by name only
    // where others are absent.
    static async Task<IReadOnlyCollection<string>> ReadsAsync()
    {
        var simulated = await SettingReads.ComposeAppAsync(EverySetting);
        var weCom = await SettingReads.ComposeAppAsync(SettingsOfWeCom);
        return [.. simulated, .. weCom, "AzureWebJobsStorage__accountName"];
    }

    static Task<string> PageAsync() => File.ReadAllTextAsync(Path.Combine(NodePeers.Root, "docs", "settings.md"));

    static IEnumerable<string> Names(string text) =>
        QuotedName().Matches(text).Select(match => match.Groups["name"].Value);

    // {shop} stands for any name, and 0 for any index.
    static Regex Pattern(string name)
    {
        var pattern = Regex.Escape(name).Replace(@"__0", "__[0-9]+", StringComparison.Ordinal);
        return new Regex($"^{Placeholder().Replace(pattern, "[A-Za-z0-9-]+")}$", RegexOptions.NonBacktracking);
    }

    [GeneratedRegex("`(?<name>[A-Za-z][A-Za-z0-9_{}-]*)`", RegexOptions.NonBacktracking)]
    private static partial Regex QuotedName();

    [GeneratedRegex(@"\\{[a-z]+}", RegexOptions.NonBacktracking)]
    private static partial Regex Placeholder();
}
