using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Tests.Packaging;

/// <summary>
/// A package that lacks one of these files deploys without an error, but the host finds no function, or the description
/// of the API has no texts.
/// </summary>
public sealed class PublishTests(PublishedPackage package) : IClassFixture<PublishedPackage>
{
    [Theory]
    [InlineData("functions.metadata")]
    [InlineData("extensions.json")]
    [InlineData("worker.config.json")]
    [InlineData("host.json")]
    [InlineData("FunctionsApp.dll")]
    [InlineData("FunctionsApp.xml")]
    [InlineData("FunctionsApp.deps.json")]
    [InlineData("FunctionsApp.runtimeconfig.json")]
    [InlineData(".azurefunctions/function.deps.json")]
    [InlineData(".azurefunctions/Microsoft.Azure.WebJobs.Extensions.FunctionMetadataLoader.dll")]
    public void Package_holds_the_file_that_the_host_reads(string file) => Assert.True(package.Has(file));

    [Theory]
    [InlineData("AzureStorageQueues")]
    [InlineData("DurableTask")]
    public async Task Package_holds_the_assembly_of_each_extension(string name)
    {
        var extensions = (await package.ReadAsync("extensions.json")).GetProperty("extensions").EnumerateArray();
        var extension = Assert.Single(extensions, extension => extension.GetProperty("name").ValueEquals(name));
        Assert.True(package.Has(extension.GetProperty("hintPath").GetString()!));
    }

    [Fact]
    public async Task Worker_configuration_names_the_assembly_of_the_app()
    {
        var description = (await package.ReadAsync("worker.config.json")).GetProperty("description");
        Assert.Equal("dotnet-isolated", description.GetProperty("language").GetString());
        Assert.Equal("FunctionsApp.dll", description.GetProperty("defaultWorkerPath").GetString());
    }

    [Fact]
    public async Task Metadata_names_every_function_of_the_assembly()
    {
        var metadata = await package.ReadAsync("functions.metadata");
        var functions = Assembly.Load("FunctionsApp").GetTypes()
            .SelectMany(type => type.GetMethods())
            .Select(method => method.GetCustomAttribute<FunctionAttribute>()?.Name)
            .OfType<string>();
        var named = metadata.EnumerateArray().Select(function => function.GetProperty("name").GetString());
        Assert.Equal(functions.Order(StringComparer.Ordinal), named.Order(StringComparer.Ordinal));
    }

    /// <summary>The tests and the package are built where Node.js is found, or both where it is not.</summary>
    [Fact]
    public void Package_holds_the_console_of_the_build() => Assert.Equal(
        File.Exists(Path.Combine(AppContext.BaseDirectory, "console", "index.html")),
        package.Has("console/index.html"));

    [Fact]
    public void Publishing_prints_no_warning() =>
        Assert.DoesNotContain("warning", package.Output, StringComparison.OrdinalIgnoreCase);
}
