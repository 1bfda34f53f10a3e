using LocalRuntime.Functions;
using LocalRuntime.Hosting;
using LocalRuntime.Storage;
using Xunit;

namespace LocalRuntime.Tests.Functions;

public sealed class SettingsTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Settings_nearest_to_the_working_folder_override_the_others()
    {
        Write("work/local.settings.json", "work");
        Write("work/deep/local.settings.example.json", "example");
        Write("output/local.settings.json", "output");
        Assert.Equal("work", Find("work/deep").Values["Where"]);
        Assert.Equal("output", Find("elsewhere").Values["Where"]);
    }

    [Fact]
    public void Double_underscore_in_a_settings_name_separates_its_sections()
    {
        Write("work/local.settings.json", "work");
        Assert.Equal("Youzan", Find("work").Values["Shops:youzan:Kind"]);
    }

    [Fact]
    public void Example_is_used_without_settings()
    {
        Write("output/local.settings.example.json", "example");
        var settings = Find("work");
        Assert.Equal((true, "example"), (settings.IsExample, settings.Values["Where"]));
    }

    [Fact]
    public void Without_any_file_there_are_no_settings() =>
        Assert.Equal((null, 0), (Find("work").Path, Find("work").Values.Count));

    [Fact]
    public void App_receives_the_settings_and_those_of_the_host_override_them()
    {
        var options = CommandLine.Parse(["--data", ":memory:", "--function-key", "k", "--no-demo"]);
        var settings = new SettingsFile("x", new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Shops:youzan:Kind"] = "Youzan",
            ["AzureWebJobsStorage"] = "UseDevelopmentStorage=true",
        });
        var setup = HostSetup.From(
            options, new FunctionSource(typeof(SettingsTests).Assembly), new HostJson(), settings);
        var builder = new LocalApplicationBuilder(setup, RefusalPolicy.Throw);
        Assert.Equal("Youzan", builder.Configuration["Shops:youzan:Kind"]);
        Assert.Equal(StorageClients.EmbeddedConnection, builder.Configuration["AzureWebJobsStorage"]);
        Assert.Equal("k", builder.Configuration["LocalRuntime:FunctionKey"]);
        Assert.Equal("false", builder.Configuration["LocalRuntime:Demo"]);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("""{"IsEncrypted":true,"Values":{}}""")]
    public void Settings_that_cannot_be_read_are_refused_with_their_path(string text)
    {
        var path = folder.File("local.settings.json");
        File.WriteAllText(path, text);
        var refused = Assert.Throws<RefusedException>(
            () => SettingsFile.Find(Path.GetDirectoryName(path)!, Path.GetTempPath()));
        Assert.Contains(path, refused.Message, StringComparison.Ordinal);
    }

    SettingsFile Find(string workingFolder)
    {
        Directory.CreateDirectory(folder.File(workingFolder));
        return SettingsFile.Find(folder.File(workingFolder), folder.File("output"));
    }

    void Write(string path, string where)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(folder.File(path))!);
        File.WriteAllText(
            folder.File(path),
            $$"""{ "IsEncrypted": false, "Values": { "Where": "{{where}}", "Shops__youzan__Kind": "Youzan" } }""");
    }
}
