namespace FunctionsApp.Tests.Packaging.Deployment;

/// <summary>The files of <c>infra</c> by themselves.</summary>
public sealed class BicepTests
{
    public static TheoryData<string> Files =>
        [.. Directory.EnumerateFiles(DeploymentTemplate.Folder, "*.bicep*").Select(file => Path.GetFileName(file))];

    [Fact]
    public async Task Template_compiles_without_warnings()
    {
        BicepCli.SkipUnlessSupported();

        AssertClean(await BicepCli.RunAsync(DeploymentTemplate.Folder, "build", "main.bicep", "--stdout"));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task File_passes_the_linter(string file)
    {
        BicepCli.SkipUnlessSupported();

        AssertClean(await BicepCli.RunAsync(DeploymentTemplate.Folder, "lint", file));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task File_is_formatted(string file)
    {
        BicepCli.SkipUnlessSupported();

        var formatted = await BicepCli.RunAsync(DeploymentTemplate.Folder, "format", file, "--stdout");

        Assert.Equal(await File.ReadAllTextAsync(Path.Combine(DeploymentTemplate.Folder, file)), formatted.Output);
    }

    static void AssertClean(BicepResult result)
    {
        Assert.Equal("", result.Diagnostics);
        Assert.Equal(0, result.ExitCode);
    }
}
