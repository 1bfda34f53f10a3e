using System.Text.Json;
using TestSupport;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace FunctionsApp.Tests.Packaging.Deployment;

/// <summary>What <c>azd up</c> reads: <c>azure.yaml</c>, and the template with its parameter file.</summary>
public sealed class AzdTests(DeploymentTemplate template) : IClassFixture<DeploymentTemplate>
{
    [Fact]
    public async Task Service_is_the_function_app_project()
    {
        var service = Assert.Single((await ReadAsync()).Services).Value;

        var project = Path.Combine(NodePeers.Root, service.Project, "FunctionsApp.csproj");
        Assert.True(File.Exists(project), $"{project} does not exist.");
        Assert.Equal(("function", "dotnet"), (service.Host, service.Language));
    }

    [Fact]
    public async Task Template_is_where_azd_looks_for_it()
    {
        var infra = (await ReadAsync()).Infra;

        var module = Path.Combine(NodePeers.Root, infra.Path, infra.Module);
        Assert.True(File.Exists($"{module}.bicep"));
        Assert.True(File.Exists($"{module}.bicepparam"));
    }

    [Fact]
    public async Task App_is_found_by_the_name_of_the_service_and_the_resources_by_the_environment()
    {
        BicepCli.SkipUnlessSupported();
        var service = Assert.Single((await ReadAsync()).Services).Key;

        var deployed = await template.EvaluateParameterFileAsync(new(StringComparer.Ordinal)
        {
            ["AZURE_ENV_NAME"] = "production",
        });

        Assert.Equal(service, deployed.App["tags"]!["azd-service-name"]!.GetValue<string>());
        Assert.Equal("production", deployed.App["tags"]!["azd-env-name"]!.GetValue<string>());
    }

    [Fact]
    public async Task App_starts_with_the_parameter_file_without_any_variable()
    {
        BicepCli.SkipUnlessSupported();

        await SettingReads.ComposeAppAsync((await template.EvaluateParameterFileAsync([])).Settings);
    }

    [Fact]
    public async Task App_starts_with_the_variables_of_the_parameter_file()
    {
        BicepCli.SkipUnlessSupported();
        var shops = new { main = new { kind = "Shopify", secrets = (string[])["signing-secret"] } };

        var settings = (await template.EvaluateParameterFileAsync(new(StringComparer.Ordinal)
        {
            ["ALLOWED_LINK_HOSTS"] = "shop.example.com",
            ["MACHINE_KEY"] = AppHost.Key,
            ["CHANNEL_SECRET"] = AppHost.Secret,
            ["WECOM_SECRET"] = "secret-of-the-app",
            ["WECOM_TOKEN"] = "token-of-the-callback",
            ["WECOM_ENCODING_AES_KEY"] = new string('a', 43),
            ["SHOPS"] = JsonSerializer.Serialize(shops),
        })).Settings;

        await SettingReads.ComposeAppAsync(settings);
        Assert.Equal("shop.example.com", settings["AllowedLinkHosts"]);
        Assert.Equal(AppHost.Key, settings["ApiKeys__0"]);
        Assert.Equal(AppHost.Secret, settings["Channel__Secret"]);
        Assert.Equal("secret-of-the-app", settings["WeCom__Secret"]);
        Assert.Equal("token-of-the-callback", settings["WeCom__Token"]);
        Assert.Equal(new string('a', 43), settings["WeCom__EncodingAesKey"]);
        Assert.Equal("signing-secret", settings["Shops__main__Secrets__0"]);
    }

    static async Task<AzdProject> ReadAsync() => new DeserializerBuilder()
        .WithNamingConvention(CamelCaseNamingConvention.Instance)
        .IgnoreUnmatchedProperties()
        .Build()
        .Deserialize<AzdProject>(await File.ReadAllTextAsync(Path.Combine(NodePeers.Root, "azure.yaml")));

    sealed class AzdProject
    {
        public AzdInfra Infra { get; set; } = new();

        public Dictionary<string, AzdService> Services { get; set; } = [];
    }

    sealed class AzdInfra
    {
        public string Path { get; set; } = "";

        public string Module { get; set; } = "";
    }

    sealed class AzdService
    {
        public string Project { get; set; } = "";

        public string Host { get; set; } = "";

        public string Language { get; set; } = "";
    }
}
