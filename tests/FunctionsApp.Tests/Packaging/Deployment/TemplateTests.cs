using System.Reflection;
using System.Runtime.Versioning;
using System.Text.Json.Nodes;
using Community.Messaging.Channels;
using Community.Messaging.Channels.WeCom;
using FunctionsApp.Messaging.Channels;
using FunctionsApp.Trade.Shops;

namespace FunctionsApp.Tests.Packaging.Deployment;

/// <summary>The template and the app agree on the settings.</summary>
public sealed class TemplateTests(DeploymentTemplate template) : IClassFixture<DeploymentTemplate>
{
    const string HostName = "WEBSITE_HOSTNAME";

    [Fact]
    public async Task App_starts_with_every_value_that_the_template_allows()
    {
        BicepCli.SkipUnlessSupported();
        var deployed = await EvaluateAllAsync();

        foreach (var settings in deployed) await SettingReads.ComposeAppAsync(settings);
        Assert.Equal(Enum.GetNames<ShopKind>().Order(), ValuesOf(deployed, "Shops__", "__Kind"));
        Assert.Equal(Enum.GetNames<GroupSendLimit>().Order(), ValuesOf(deployed, "WeCom__GroupSendLimit"));
        Assert.All(
            Enum.GetValues<ChannelAction>(),
            action => Assert.Equal(
                SimulatedCapabilities.AllowedOf(action).Select(capability => capability.ToString()).Order(),
                ValuesOf(deployed, $"Simulated__{action}")));
    }

    [Fact]
    public async Task App_starts_with_the_defaults_of_the_template()
    {
        BicepCli.SkipUnlessSupported();

        var settings = (await template.EvaluateAsync([])).Settings;

        var hosted = settings.Append(new(HostName, "app.example.net")).ToDictionary();
        var reads = await SettingReads.ComposeAppAsync(hosted);
        Assert.Contains(HostName, reads);
    }

    [Fact]
    public async Task Template_sets_only_what_the_app_or_the_host_reads()
    {
        BicepCli.SkipUnlessSupported();
        var deployed = await EvaluateAllAsync();

        var set = deployed.SelectMany(settings => settings.Keys).Distinct(StringComparer.Ordinal).ToList();

        Assert.Empty(set.Except(await ReadsAsync(deployed)).Except(TemplateSettings.ReadByHost.Keys));
        Assert.Empty(TemplateSettings.ReadByHost.Keys.Except(set));
    }

    [Fact]
    public async Task Template_sets_every_setting_that_the_app_reads()
    {
        BicepCli.SkipUnlessSupported();
        var deployed = await EvaluateAllAsync();

        var set = deployed.SelectMany(settings => settings.Keys).Select(WithoutShop);

        Assert.Empty((await ReadsAsync(deployed)).Select(WithoutShop)
            .Except(set, StringComparer.OrdinalIgnoreCase)
            .Except(TemplateSettings.NotDeployed.Keys, StringComparer.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Template_refuses_what_the_app_refuses()
    {
        BicepCli.SkipUnlessSupported();

        var refused = await template.ValidateAsync(new JsonObject
        {
            ["settings"] = new JsonObject { ["Channel"] = "Carrier", ["Retention__TaskDays"] = 29 },
            ["newBuyer"] = new JsonObject { ["GroupId"] = "tea-1" },
            ["shops"] = new JsonObject
            {
                ["bazaar"] = new JsonObject { ["kind"] = "Bazaar", ["secrets"] = new JsonArray("secret") },
                ["youzan"] = new JsonObject { ["kind"] = "Youzan", ["secrets"] = new JsonArray("secret") },
                ["standard"] = new JsonObject { ["kind"] = "Standard" },
            },
        });

        Assert.All(
            (string[])["Carrier", "29", "MostMinor", "Bazaar", "clientId", "secrets"],
            problem => Assert.Contains(problem, refused, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Identity_of_the_app_may_use_blobs_queues_tables_and_telemetry()
    {
        BicepCli.SkipUnlessSupported();

        var deployed = await template.EvaluateAsync([]);

        string[] expected =
        [
            "b7e6dc6d-f1e8-4753-8033-0f276bb0955b", // Storage Blob Data Owner
            "974c5e8b-45b9-4653-ba55-5f855dd0fb88", // Storage Queue Data Contributor
            "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3", // Storage Table Data Contributor
            "3913510d-42f4-4e42-8a64-420c390055eb", // Monitoring Metrics Publisher
        ];
        Assert.Equal(expected.Order(), deployed.Roles.Order());
    }

    [Fact]
    public async Task Runtime_of_the_template_is_that_of_the_app()
    {
        BicepCli.SkipUnlessSupported();
        var target = typeof(CommunityApp).Assembly.GetCustomAttribute<TargetFrameworkAttribute>()!;

        var runtime = (await template.EvaluateAsync([])).App["properties"]!["functionAppConfig"]!["runtime"]!;

        Assert.Equal("dotnet-isolated", runtime["name"]!.GetValue<string>());
        Assert.EndsWith($"=v{runtime["version"]}", target.FrameworkName, StringComparison.Ordinal);
    }

    // The settings of the defaults and of every case.
    async Task<IReadOnlyList<IReadOnlyDictionary<string, string>>> EvaluateAllAsync()
    {
        JsonObject[] parameters = [[], .. new ParameterCases(template.Json).All()];
        var deployments = await Task.WhenAll(parameters.Select(template.EvaluateAsync));
        return [.. deployments.Select(deployed => deployed.Settings)];
    }

    static async Task<IReadOnlySet<string>> ReadsAsync(IReadOnlyList<IReadOnlyDictionary<string, string>> deployed)
    {
        var reads = await Task.WhenAll(deployed.Select(SettingReads.ComposeAppAsync));
        return reads.SelectMany(names => names).ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    // A shop of one kind has settings that one of another kind does not need.
    static string WithoutShop(string setting) =>
        setting.Split("__") is ["Shops", _, .. var rest] ? string.Join("__", ["Shops", .. rest]) : setting;

    static IEnumerable<string> ValuesOf(
        IEnumerable<IReadOnlyDictionary<string, string>> deployed, string prefix, string suffix = "") => deployed
        .SelectMany(settings => settings)
        .Where(setting => setting.Key.StartsWith(prefix, StringComparison.Ordinal)
            && setting.Key.EndsWith(suffix, StringComparison.Ordinal))
        .Select(setting => setting.Value)
        .Distinct(StringComparer.Ordinal)
        .Order();
}
